//! What is said about a finding: one file a rule.
//!
//! A rule looks at how the obligations of one origin ended, or at what else was noticed at one place, and makes at most
//! one diagnostic of it. It walks no
//! syntax and knows no client by name. Its file begins with its documentation, whose two examples are run as tests.

mod blame;
mod cancelled_read;
mod client_per_request;
mod held_unread;
mod one_shot_in_loop;
mod partly_read;
mod reuse_disabled;
mod unread_body;
mod unread_error_status;
mod unread_on_exit;
mod unused_suppression;
mod verdict;
mod words;

use std::collections::BTreeSet;

use crate::{
    diagnostics::{Confidence, Diagnostic, Label, Severity},
    fixes::Fixer,
    flow::{End, Near, Origin, Remark},
    index::Index,
    source::Span,
};

pub(crate) use blame::{Blamed, blame};
pub(crate) use verdict::Verdict;
pub use words::Cost;

/// A rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// As it is written in an allow comment.
    pub name: &'static str,
    /// Is it off unless asked for?
    pub pedantic: bool,
    /// The documentation: the beginning of its file.
    pub text: &'static str,
    check: Check,
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug)]
enum Check {
    /// How the bodies of one origin ended.
    Ends(fn(&Context, &Verdict) -> Option<Diagnostic>),
    /// What else was noticed, of this kind.
    Remark(Remark, fn(&Context, &Remarked) -> Option<Diagnostic>),
    /// Comments, elsewhere.
    Comments,
}

/// Something that was noticed, and what stands near.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Remarked<'a> {
    pub remark: Remark,
    pub origin: Origin,
    pub near: &'a BTreeSet<(Near, Span)>,
}

/// All rules.
pub const ALL: &[Rule] = &[
    unread_body::RULE,
    unread_on_exit::RULE,
    partly_read::RULE,
    unread_error_status::RULE,
    cancelled_read::RULE,
    held_unread::RULE,
    client_per_request::RULE,
    one_shot_in_loop::RULE,
    reuse_disabled::RULE,
    unused_suppression::RULE,
];

/// What a rule may ask.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub index: &'a Index,
    pub fixer: Fixer<'a>,
}

impl Rule {
    /// What the rule says about a finding.
    pub(crate) fn check(&self, cx: &Context, verdict: &Verdict) -> Option<Diagnostic> {
        match self.check {
            Check::Ends(check) => check(cx, verdict),
            _ => None,
        }
    }

    /// What the rule says about a remark.
    pub(crate) fn check_remark(&self, cx: &Context, remarked: &Remarked) -> Option<Diagnostic> {
        match self.check {
            Check::Remark(remark, check) if remark == remarked.remark => check(cx, remarked),
            _ => None,
        }
    }

    /// Where its documentation can be read.
    pub fn url(&self) -> String {
        format!("{}/blob/main/docs/rules.md#{}", env!("CARGO_PKG_REPOSITORY"), self.name)
    }

    /// What it does, in a line or a few.
    pub fn summary(&self) -> String {
        let docs = self.docs();
        let lines = docs.lines().skip_while(|line| *line != "## What it does").skip(1);
        lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The documentation as Markdown.
    pub fn docs(&self) -> String {
        let lines = self.text.lines().map_while(|line| line.strip_prefix("//!"));
        lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }
}

/// A diagnostic about a remark; the rule adds the helps.
fn remark(rule: &'static str, remarked: &Remarked, message: &str, here: &str, note: &str) -> Diagnostic {
    let label = |(near, span): &(Near, Span)| {
        let text = match near {
            Near::Loop => "in each turn of this",
            Near::Call => "by this call",
        };
        Label { span: *span, text: text.to_owned() }
    };
    let inner = remarked.origin.inner.map(|span| Label { span, text: "which makes it here".to_owned() });
    Diagnostic {
        rule: Some(rule),
        severity: Severity::Warning,
        primary: Some(Label { span: remarked.origin.span, text: here.to_owned() }),
        secondary: inner.into_iter().chain(remarked.near.iter().map(label)).collect(),
        notes: vec![note.to_owned()],
        ..Diagnostic::note(message.to_owned())
    }
}

/// A diagnostic about some ends of a verdict; the rule adds its exits and helps.
fn diagnostic(cx: &Context, rule: &'static str, verdict: &Verdict, ends: &[End], message: String) -> Diagnostic {
    diagnostic_because(rule, verdict, ends, message, words::why(cx, verdict))
}

/// The same, with another reason why it matters.
fn diagnostic_because(rule: &'static str, verdict: &Verdict, ends: &[End], message: String, why: String) -> Diagnostic {
    let mut secondary = Vec::new();
    if let Some(inner) = verdict.origin.inner {
        secondary.push(Label { span: inner, text: "which gets it here".to_owned() });
    }
    for caller in &verdict.callers {
        secondary.push(Label { span: *caller, text: "response obtained here".to_owned() });
    }
    let (confidence, doubt) = confidence(verdict, ends);
    Diagnostic {
        rule: Some(rule),
        severity: Severity::Warning,
        confidence,
        message,
        primary: Some(Label {
            span: verdict.origin.span,
            text: if verdict.origin.is_param { "response given here" } else { "response obtained here" }.to_owned(),
        }),
        function: None,
        secondary,
        notes: [why].into_iter().chain(doubt).collect(),
        helps: Vec::new(),
        fix: None,
    }
}

/// How sure it is that these ends are so and matter, and why it is not surer.
fn confidence(verdict: &Verdict, ends: &[End]) -> (Confidence, Option<String>) {
    let doubt = |level: &str, why: &str| Some(format!("confidence is {level}: {why}"));
    if verdict.is_doubtful(ends) {
        let why = "where the client is made right here, no request follows that could use the connection";
        (Confidence::Low, doubt("low", why))
    } else if verdict.by_signature && verdict.callers.is_empty() {
        (Confidence::Medium, doubt("medium", "that this gives a response is known by its signature only"))
    } else if verdict.has_unknown_end && !verdict.has_good_end && !verdict.unread.is_empty() {
        (Confidence::Medium, doubt("medium", "on another path the response goes to code that cannot be seen"))
    } else {
        (Confidence::High, None)
    }
}
