//! For programs: the diagnostics of `rustc --error-format=json`, one a line, so that what reads those reads these.
//!
//! See <https://doc.rust-lang.org/rustc/json.html>. One field is ours: `confidence`.

use std::{
    io::{self, Write},
    ops::Range,
};

use serde::Serialize;

use super::{
    human,
    place::{self, Columns, whole_lines},
};
use crate::{
    diagnostics::{Applicability, Diagnostic, Label},
    edit::Edit,
    source::{self, Sources},
};

/// Writes each diagnostic as one line.
pub fn write(sources: &Sources, diagnostics: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    for diagnostic in diagnostics {
        let line = serde_json::to_string(&Message::new(sources, diagnostic))?;
        writeln!(out, "{line}")?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Message<'a> {
    #[serde(rename = "$message_type")]
    message_type: &'static str,
    message: &'a str,
    code: Option<Code<'a>>,
    level: &'static str,
    confidence: &'static str,
    spans: Vec<Span<'a>>,
    children: Vec<Child<'a>>,
    rendered: String,
}

#[derive(Serialize)]
struct Code<'a> {
    code: &'a str,
    explanation: Option<&'a str>,
}

#[derive(Serialize)]
struct Child<'a> {
    message: &'a str,
    code: Option<Code<'a>>,
    level: &'static str,
    spans: Vec<Span<'a>>,
    children: [(); 0],
    rendered: Option<String>,
}

#[derive(Serialize)]
struct Span<'a> {
    file_name: String,
    byte_start: u32,
    byte_end: u32,
    line_start: usize,
    line_end: usize,
    column_start: usize,
    column_end: usize,
    is_primary: bool,
    text: Vec<Line<'a>>,
    label: Option<&'a str>,
    suggested_replacement: Option<&'a str>,
    suggestion_applicability: Option<&'a str>,
    expansion: Option<&'a str>,
}

/// A line of a span and which of its columns belong to it.
#[derive(Serialize)]
struct Line<'a> {
    text: &'a str,
    highlight_start: usize,
    highlight_end: usize,
}

impl<'a> Message<'a> {
    fn new(sources: &'a Sources, diagnostic: &'a Diagnostic) -> Self {
        let primary = diagnostic.primary.iter().map(|label| Span::new(sources, label, true));
        let secondary = diagnostic.secondary.iter().map(|label| Span::new(sources, label, false));
        let notes = diagnostic.notes.iter().map(|text| Child::new("note", text));
        let helps = diagnostic.helps.iter().map(|text| Child::new("help", text));
        let fix = diagnostic.fix.iter().map(|fix| Child {
            spans: fix.edits.iter().map(|edit| Span::of_edit(sources, edit, fix.applicability)).collect(),
            ..Child::new("help", &fix.title)
        });
        Message {
            message_type: "diagnostic",
            message: &diagnostic.message,
            code: diagnostic.rule.map(|code| Code { code, explanation: None }),
            level: diagnostic.severity.name(),
            confidence: diagnostic.confidence.name(),
            spans: primary.chain(secondary).collect(),
            children: notes.chain(helps).chain(fix).collect(),
            rendered: human::plain(sources, diagnostic),
        }
    }
}

impl<'a> Child<'a> {
    fn new(level: &'static str, message: &'a str) -> Self {
        Child { message, code: None, level, spans: Vec::new(), children: [], rendered: None }
    }
}

impl<'a> Span<'a> {
    fn new(sources: &'a Sources, label: &'a Label, is_primary: bool) -> Self {
        Span {
            label: (!label.text.is_empty()).then_some(label.text.as_str()),
            ..Span::at(sources, label.span, is_primary)
        }
    }

    fn of_edit(sources: &'a Sources, edit: &'a Edit, applicability: Applicability) -> Self {
        Span {
            suggested_replacement: Some(&edit.text),
            suggestion_applicability: Some(applicability.name()),
            ..Span::at(sources, edit.span, true)
        }
    }

    fn at(sources: &'a Sources, span: source::Span, is_primary: bool) -> Self {
        let text = sources.text(span.file);
        let (start, end) = place::positions(sources, span, Columns::Characters);
        Span {
            file_name: place::path(sources, span.file),
            byte_start: span.start,
            byte_end: span.end,
            line_start: start.line,
            line_end: end.line,
            column_start: start.column,
            column_end: end.column,
            is_primary,
            text: lines(text, span.range()),
            label: None,
            suggested_replacement: None,
            suggestion_applicability: None,
            expansion: None,
        }
    }
}

/// The lines that a range touches, without what ends them.
fn lines(text: &str, range: Range<usize>) -> Vec<Line<'_>> {
    let whole = whole_lines(text, range.clone());
    let mut next = whole.start;
    text[whole]
        .split('\n')
        .map(|line| {
            let start = next;
            next += line.len() + 1;
            let shown = line.trim_end_matches('\r');
            let column = |at: usize| {
                let at = at.clamp(start, start + shown.len());
                text[start..at].chars().count() + 1
            };
            Line { text: shown, highlight_start: column(range.start), highlight_end: column(range.end) }
        })
        .collect()
}
