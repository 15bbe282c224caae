//! Diagnostics that a comment allows.
//!
//! A comment that allows nothing, or that cannot be understood, is told itself: it says something that is not so.

use rustc_hash::FxHashSet;

use super::{Confidence, Diagnostic, Label, Severity};
use crate::source::{Comment, FileId, Span, Word};

/// The rule's name.
pub const UNUSED: &str = "unused_suppression";

/// Takes away what is allowed, and adds what is to be said about the comments. `is_known` tells a rule's name, `is_on`
/// whether it is told in a file, and `was_read` whether the code that a comment is about was analysed.
pub fn apply(
    diagnostics: Vec<Diagnostic>,
    comments: &[Comment],
    is_known: impl Fn(&str) -> bool,
    is_on: impl Fn(&str, FileId) -> bool,
    was_read: impl Fn(&Comment) -> bool,
) -> Vec<Diagnostic> {
    let mut used: FxHashSet<(Span, &str)> = FxHashSet::default();
    let mut left = Vec::new();
    for diagnostic in diagnostics {
        let mut allowed = false;
        if let (Some(rule), Some(primary)) = (diagnostic.rule, &diagnostic.primary) {
            for comment in comments.iter().filter(|comment| is_about(comment, primary.span)) {
                if let Word::Allow(rules) = &comment.word
                    && let Some(named) = rules.iter().find(|named| *named == rule)
                {
                    allowed = true;
                    used.insert((comment.span, named));
                }
            }
        }
        if !allowed {
            left.push(diagnostic);
        }
    }
    for comment in comments.iter().filter(|comment| was_read(comment)) {
        match &comment.word {
            Word::Unclear(help) => left.push(about(comment, "this comment is not understood".to_owned(), help)),
            Word::Drains | Word::Handled if !comment.about_item => {
                left.push(about(comment, "this comment is about no function".to_owned(), "put it above one"));
            }
            Word::Drains | Word::Handled => {}
            Word::Allow(rules) => {
                for rule in rules.iter().filter(|rule| !used.contains(&(comment.span, rule.as_str()))) {
                    if !is_known(rule) {
                        left.push(about(comment, format!("there is no rule `{rule}`"), "see the list of rules"));
                    } else if is_on(rule, comment.span.file) {
                        left.push(about(
                            comment,
                            format!("this comment allows `{rule}`, which is not reported here"),
                            "remove it",
                        ));
                    }
                }
            }
        }
    }
    left
}

fn is_about(comment: &Comment, span: Span) -> bool {
    comment.span.file == span.file && comment.about.contains(&span.start)
}

fn about(comment: &Comment, message: String, help: &str) -> Diagnostic {
    Diagnostic {
        rule: Some(UNUSED),
        severity: Severity::Warning,
        confidence: Confidence::High,
        primary: Some(Label { span: comment.span, text: "this comment".to_owned() }),
        helps: vec![help.to_owned()],
        ..Diagnostic::note(message)
    }
}
