//! For GitLab: a Code Quality report.
//!
//! See <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>. It knows lines only, and findings
//! with a place only; of two with one fingerprint it shows one.

use std::io::{self, Write};

use serde::Serialize;

use super::place::{self, Columns};
use crate::{
    diagnostics::{Diagnostic, Severity, fingerprint::fingerprints},
    source::Sources,
};

pub fn write(sources: &Sources, diagnostics: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    let with_fingerprints = diagnostics.iter().zip(fingerprints(sources, diagnostics));
    let issues: Vec<Issue> = with_fingerprints.filter_map(|(it, print)| Issue::new(sources, it, print)).collect();
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}

#[derive(Serialize)]
struct Issue<'a> {
    description: &'a str,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

impl<'a> Issue<'a> {
    fn new(sources: &Sources, diagnostic: &'a Diagnostic, fingerprint: String) -> Option<Self> {
        let span = diagnostic.primary.as_ref()?.span;
        let (start, end) = place::positions(sources, span, Columns::Characters);
        Some(Issue {
            description: &diagnostic.message,
            check_name: diagnostic.rule.unwrap_or("configuration"),
            fingerprint,
            severity: match diagnostic.severity {
                Severity::Note => "info",
                Severity::Warning => "minor",
                Severity::Error => "major",
            },
            location: Location {
                path: place::path(sources, span.file),
                lines: Lines { begin: start.line, end: end.line },
            },
        })
    }
}
