//! For GitHub Actions: workflow commands, which become annotations at the lines of a pull request.
//!
//! See <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>. Columns are characters.

use std::io::{self, Write};

use super::{
    place::{self, Columns},
    prose,
};
use crate::{
    diagnostics::{Diagnostic, Severity},
    source::Sources,
};

pub fn write(sources: &Sources, diagnostics: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    for diagnostic in diagnostics {
        let command = match diagnostic.severity {
            Severity::Note => "notice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let properties = properties(sources, diagnostic);
        let space = if properties.is_empty() { "" } else { " " };
        writeln!(out, "::{command}{space}{properties}::{}", data(&prose(sources, diagnostic)))?;
    }
    Ok(())
}

/// `file=..,line=..`, empty for what has neither place nor rule.
fn properties(sources: &Sources, diagnostic: &Diagnostic) -> String {
    let mut all: Vec<(&str, String)> = Vec::new();
    if let Some(label) = &diagnostic.primary {
        let (start, end) = place::positions(sources, label.span, Columns::Characters);
        all.push(("file", place::path(sources, label.span.file)));
        all.push(("line", start.line.to_string()));
        all.push(("endLine", end.line.to_string()));
        // GitHub refuses columns of what goes over several lines.
        if start.line == end.line {
            all.push(("col", start.column.to_string()));
            all.push(("endColumn", end.column.to_string()));
        }
    }
    all.extend(diagnostic.rule.map(|rule| ("title", rule.to_owned())));
    let all: Vec<String> = all.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    all.join(",")
}

/// What stands behind `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands behind `=`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
