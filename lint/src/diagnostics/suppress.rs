//! Diagnostics that a comment allows.
//!
//! A comment that allows nothing, or that cannot be understood, is told itself: it says something that is not so.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{Applicability, Confidence, Diagnostic, Fix, Label, Severity};
use crate::{
    edit::Edit,
    source::{Comment, FileId, Sources, Span, Word},
};

/// The rule's name.
pub const UNUSED: &str = "unused_suppression";

/// Takes away what is allowed, and adds what is to be said about the comments. `is_known` tells a rule's name, `is_on`
/// whether it is told in a file, and `was_read` whether the code that a comment is about was analysed.
pub fn apply(
    sources: &Sources,
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
                let is_idle = |rule: &str| {
                    !used.contains(&(comment.span, rule)) && is_known(rule) && is_on(rule, comment.span.file)
                };
                for rule in rules.iter().filter(|rule| !used.contains(&(comment.span, rule.as_str()))) {
                    if !is_known(rule) {
                        left.push(about(comment, format!("there is no rule `{rule}`"), "see the list of rules"));
                    } else if is_on(rule, comment.span.file) {
                        let message = format!("this comment allows `{rule}`, which is not reported here");
                        let kept = rules.iter().map(String::as_str).filter(|rule| !is_idle(rule));
                        let fix = Some(removal(sources, comment, &kept.collect::<Vec<_>>()));
                        left.push(Diagnostic { fix, ..about(comment, message, "remove it") });
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

/// Leaves only some rules in a comment, and takes it away if there are none.
fn removal(sources: &Sources, comment: &Comment, kept: &[&str]) -> Fix {
    let said = sources.slice(comment.span);
    let (title, range, new) = match said.find('(').zip(said.find(')')) {
        Some((open, close)) if !kept.is_empty() => {
            let start = comment.span.range().start;
            ("leave only what it is needed for", start + open + 1..start + close, kept.join(", "))
        }
        _ => ("remove it", whole_comment(sources.text(comment.span.file), comment.span.range()), String::new()),
    };
    let offset = |at: usize| u32::try_from(at).expect("files are smaller than 4 GB");
    let span = Span { start: offset(range.start), end: offset(range.end), ..comment.span };
    Fix {
        title: title.to_owned(),
        edits: vec![Edit { span, text: new }],
        applicability: Applicability::MachineApplicable,
    }
}

/// A comment with its slashes and the spaces before them, or its line if there is nothing else in it.
fn whole_comment(text: &str, said: Range<usize>) -> Range<usize> {
    let slashes = text[..said.start].rfind("//").unwrap_or(said.start);
    let line = text[..slashes].rfind('\n').map_or(0, |at| at + 1);
    let code = text[line..slashes].trim_end();
    if !code.trim_start_matches('\u{feff}').is_empty() {
        return line + code.len()..said.end;
    }
    let end = text[said.end..].find('\n').map_or(text.len(), |at| said.end + at + 1);
    line + code.len()..end
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
