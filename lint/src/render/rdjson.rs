//! For reviewdog: one `DiagnosticResult` of its Diagnostic Format.
//!
//! See <https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>. Columns are bytes, and the end is not part of
//! a range. What has no place is left out.

use std::io::{self, Write};

use serde::Serialize;

use super::{
    HOME, TOOL,
    place::{self, Columns, Position},
    placed, prose,
};
use crate::{
    diagnostics::{Diagnostic, Fix, Label, Severity},
    edit::{self, Edit},
    rules,
    source::{self, Sources},
};

pub fn write(sources: &Sources, diagnostics: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    let result = Outcome {
        source: Source { name: TOOL, url: HOME },
        diagnostics: placed(diagnostics).map(|(it, label)| Item::new(sources, it, label)).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &result)?;
    writeln!(out)
}

#[derive(Serialize)]
struct Outcome {
    source: Source,
    diagnostics: Vec<Item>,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
    url: &'static str,
}

#[derive(Serialize)]
struct Item {
    message: String,
    location: Location,
    severity: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<Code>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Location {
    path: String,
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
    url: String,
}

impl Item {
    fn new(sources: &Sources, diagnostic: &Diagnostic, label: &Label) -> Self {
        let (start, end) = place::positions(sources, label.span, Columns::Bytes);
        let rule = rules::ALL.iter().find(|rule| Some(rule.name) == diagnostic.rule);
        Item {
            message: prose(sources, diagnostic),
            location: Location { path: place::path(sources, label.span.file), range: Range { start, end } },
            severity: match diagnostic.severity {
                Severity::Note => "INFO",
                Severity::Warning => "WARNING",
                Severity::Error => "ERROR",
            },
            code: rule.map(|rule| Code { value: rule.name, url: rule.url() }),
            suggestions: diagnostic.fix.iter().filter_map(|fix| Suggestion::new(sources, fix)).collect(),
        }
    }
}

impl Suggestion {
    /// All edits as one: suggestions are taken one by one, and these belong together.
    fn new(sources: &Sources, fix: &Fix) -> Option<Self> {
        let span = fix.edits.iter().map(|edit| edit.span).reduce(source::Span::to)?;
        let (start, end) = place::positions(sources, span, Columns::Bytes);
        let edits = fix.edits.iter().map(|edit| Edit {
            span: source::Span { start: edit.span.start - span.start, end: edit.span.end - span.start, ..span },
            text: edit.text.clone(),
        });
        let text = edit::apply(sources.slice(span), &edits.collect::<Vec<_>>()).ok()?;
        Some(Suggestion { range: Range { start, end }, text })
    }
}
