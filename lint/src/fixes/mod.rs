//! What would mend a finding, as a change of the text.
//!
//! A fix is offered only where types tell that the value owns the body, where the client has a drain that can be
//! written there, and where it ends all the ways on which the body is lost. Nothing is changed inside of macros.
//! It keeps what the function gives and which errors it has: errors of the drain are ignored, as the body was.
//! What it may change is time and memory, since a drain waits for the rest of the body.
//! `fixing.rs` makes such changes; it lints again before it believes in them.

mod drain;
mod exits;
mod names;
mod passing;
mod site;
mod variable;

use syn::{Expr, Stmt};

use self::site::{Level, Site};
use crate::{
    diagnostics::{Applicability, Confidence, Diagnostic, Fix},
    edit::Edit,
    flow::End,
    rules::Verdict,
    source::{self, Sources, Span},
    types::Lookup,
};

/// What a fix would do, before it is known how sure the finding is.
struct Draft {
    edits: Vec<Edit>,
    /// Can it be made without a look at it, if the finding is sure?
    is_sure: bool,
}

/// Looks for fixes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fixer<'a> {
    pub lookup: &'a Lookup<'a>,
    pub sources: &'a Sources,
}

impl Fixer<'_> {
    /// Adds what drains a response that nobody reads.
    pub fn drain(&self, verdict: &Verdict, diagnostic: &mut Diagnostic) {
        self.add(verdict, diagnostic, "read the body before it is dropped", |site, parsed| {
            let ends = ends_here(verdict)?;
            if verdict.origin.is_param {
                return variable::parameter(site, parsed, verdict, &ends);
            }
            if let [end] = ends[..]
                && let Some(draft) = passing::forgotten_await(site, parsed, end)
            {
                return Some(draft);
            }
            let levels = site.levels(parsed, verdict.origin.span.start);
            let level = levels.last()?;
            match level.stmt() {
                Stmt::Local(local) if !local.attrs.is_empty() => None,
                Stmt::Local(local) => match (&local.pat, local.init.as_ref().filter(|init| init.diverge.is_none())) {
                    (syn::Pat::Wild(_), Some(init)) => passing::discarded(site, level, &init.expr, verdict),
                    (_, Some(_)) => variable::local(site, level, local, verdict, &ends)
                        .or_else(|| passing::split(site, level, verdict, &ends)),
                    _ => None,
                },
                Stmt::Expr(expr, Some(_)) => passing::discarded(site, level, expr, verdict)
                    .or_else(|| passing::split(site, level, verdict, &ends)),
                Stmt::Expr(..) => passing::split(site, level, verdict, &ends),
                Stmt::Macro(_) | Stmt::Item(_) => None,
            }
        });
    }

    /// Adds what drains a response where it is left early.
    pub fn drain_on_exits(&self, verdict: &Verdict, diagnostic: &mut Diagnostic) {
        self.add(verdict, diagnostic, "read the body on this path too", |site, parsed| {
            exits::early(site, parsed, verdict, &ends_here(verdict)?)
        });
    }

    fn add(
        &self,
        verdict: &Verdict,
        diagnostic: &mut Diagnostic,
        title: &str,
        draft: impl FnOnce(&mut Site, &syn::ImplItemFn) -> Option<Draft>,
    ) {
        let draft = verdict.origin.owner.and_then(|owner| {
            let (mut site, parsed) = Site::new(self.lookup, self.sources, owner)?;
            // What has an attribute would leave it to a line before it.
            let is_behind_attribute = |edit: &Edit| site.text[..edit.span.range().start].trim_end().ends_with(']');
            draft(&mut site, &parsed).filter(|draft| !draft.edits.iter().any(is_behind_attribute))
        });
        // The trees are gone, and with them all that asks for places.
        source::forget_spans();
        let Some(Draft { edits, is_sure }) = draft else { return };
        let applicability = match diagnostic.confidence {
            Confidence::High if is_sure => Applicability::MachineApplicable,
            _ => Applicability::MaybeIncorrect,
        };
        diagnostic.fix = Some(Fix { title: title.to_owned(), edits, applicability });
    }
}

/// Where the body is lost, if all of that is in the function itself.
fn ends_here(verdict: &Verdict) -> Option<Vec<Span>> {
    let here = |end: &End| match (end.exit, end.via) {
        (Some(exit), None) if exit.span.file == verdict.origin.span.file => Some(exit.span),
        _ => None,
    };
    verdict.unread.iter().map(here).collect()
}

/// The level at which the block of a statement can await, if a drain has to.
fn may_stand(level: &Level, drain: &drain::Drain) -> bool {
    level.is_async || !drain.awaits()
}

/// Can a method be called on it without parentheses?
fn is_postfix(expr: &Expr) -> bool {
    matches!(expr, Expr::MethodCall(_) | Expr::Call(_) | Expr::Await(_) | Expr::Try(_) | Expr::Path(_) | Expr::Paren(_))
}
