//! Responses that are read on one path and lost where another leaves early: they are drained before it leaves.
//!
//! Only a `return`, `break` or `continue` that is a statement can be mended. Before a `?` there is no place for a
//! drain: the code has to be written in another order, which is for people to do.

use super::{
    Draft,
    drain::Drain,
    may_stand,
    names::{binds, borrowing, occurs},
    site::{Site, plain_name},
    variable::{before_leaving, given},
};
use crate::{edit::Edit, flow::graph::ExitKind, rules::Verdict, source::Span};

/// Drains before each of the exits.
pub(super) fn early(site: &mut Site, parsed: &syn::ImplItemFn, verdict: &Verdict, ends: &[Span]) -> Option<Draft> {
    let is_early = |kind| matches!(kind, ExitKind::Return | ExitKind::Break | ExitKind::Continue);
    if !verdict.unread.iter().filter_map(|end| end.exit).all(|exit| is_early(exit.kind)) {
        return None;
    }
    let around = site.levels(parsed, verdict.origin.span.start);
    let declared = around.last()?;
    let syn::Stmt::Local(local) = declared.stmt() else { return None };
    let init = &local.init.as_ref().filter(|init| init.diverge.is_none())?.expr;
    let (ident, is_mut) = plain_name(&local.pat)?;
    let name = ident.to_string();
    let ty = site.ty(init);
    let drain = Drain::of(site, verdict.adt, &ty)?;
    let mut edits = Vec::new();
    if drain.needs_mut && !is_mut {
        let span = site.of_ident(ident);
        edits.push(Edit { span: Span { end: span.start, ..span }, text: "mut ".to_owned() });
    }
    for end in ends {
        let levels = site.levels(parsed, end.start);
        let depth = levels.iter().position(|level| std::ptr::eq(level.block, declared.block))?;
        let level = levels.last()?;
        let stmt = site.of_stmt(level.stmt())?;
        // Between its declaration and here nothing else may have taken its name.
        let between = levels[depth..].iter().flat_map(|level| &level.block.stmts[..level.at]);
        let names_it = |stmt: &&syn::Stmt| matches!(stmt, syn::Stmt::Local(local) if binds(&local.pat).contains(&name));
        if stmt.start != end.start || !may_stand(level, &drain) || between.filter(names_it).count() != 1 {
            return None;
        }
        let drained = drain.of_value(&name);
        let names = borrowing(site, &declared.block.stmts[declared.at + 1..], stmt, &name);
        if names.iter().any(|name| occurs(site.slice(stmt), name)) {
            edits.extend(before_leaving(site, stmt, given(level.block, level.at)?, &drained)?);
        } else {
            edits.push(site.line_before(stmt, &drained));
        }
    }
    Some(Draft { edits, is_sure: false })
}
