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
    diagnostics::{Diagnostic, Label, Severity},
    rules,
    source::Sources,
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
        }
    }
}
