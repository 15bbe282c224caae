//! What is said about a finding: one file a rule.
//!
//! A rule looks at how the obligations of one origin ended and makes at most one diagnostic of it. It walks no
//! syntax and knows no client by name. Its file begins with its documentation, whose two examples are run as tests.

mod blame;
mod partly_read;
mod unread_body;
mod unread_error_status;
mod unread_on_exit;
mod unused_suppression;
mod verdict;
mod words;

use crate::{
    diagnostics::{Confidence, Diagnostic, Label, Severity},
    flow::End,
    index::Index,
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
    check: fn(&Context, &Verdict) -> Option<Diagnostic>,
}

/// All rules.
pub const ALL: &[Rule] =
    &[unread_body::RULE, unread_on_exit::RULE, partly_read::RULE, unread_error_status::RULE, unused_suppression::RULE];

/// What a rule may ask.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub index: &'a Index,
}

impl Rule {
    /// What the rule says about a finding.
    pub(crate) fn check(&self, cx: &Context, verdict: &Verdict) -> Option<Diagnostic> {
        (self.check)(cx, verdict)
    }

    /// The documentation as Markdown.
    pub fn docs(&self) -> String {
        let lines = self.text.lines().map_while(|line| line.strip_prefix("//!"));
        lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }
}

/// A diagnostic about some ends of a verdict; the rule adds its exits and helps.
fn diagnostic(cx: &Context, rule: &'static str, verdict: &Verdict, ends: &[End], message: String) -> Diagnostic {
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
        secondary,
        notes: [words::why(cx, verdict)].into_iter().chain(doubt).collect(),
        helps: Vec::new(),
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
