//! How findings are shown: one file a format.
//!
//! A renderer takes the texts and the findings and writes into what it is given. It opens nothing, and it decides
//! nothing: what is to be told was chosen before. Which format is for whom is in `docs/output.md`.

mod checkstyle;
mod github;
mod gitlab;
pub mod human;
mod json;
mod junit;
mod place;
mod rdjson;
mod sarif;
mod short;
mod xml;

use std::io::{self, Write};

use crate::{
    diagnostics::{Diagnostic, Label},
    source::Sources,
};

/// A form in which findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Text with snippets
    Human,
    /// One line for each finding
    Short,
    /// rustc's JSON diagnostics, one a line
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// Code Quality of GitLab
    Gitlab,
    /// JUnit's XML, for CI that shows tests
    Junit,
    /// Checkstyle's XML
    Checkstyle,
    /// JSON for reviewdog
    Rdjson,
}

/// The name under which findings are told to other programs.
const TOOL: &str = "undrained";

/// Where the program lives.
const HOME: &str = env!("CARGO_PKG_REPOSITORY");

impl Format {
    /// Writes all diagnostics. Only [`Format::Human`] knows colours.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    ///
    /// ```
    /// use undrained_lint::{diagnostics::Diagnostic, render::Format, source::Sources};
    ///
    /// let mut out = Vec::new();
    /// Format::Short.write(&Sources::default(), &[Diagnostic::note("skipped".to_owned())], false, &mut out)?;
    /// assert_eq!(out, b"note: skipped\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn write(
        self,
        sources: &Sources,
        diagnostics: &[Diagnostic],
        color: bool,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match self {
            Format::Human => human::write(sources, diagnostics, color, out),
            Format::Short => short::write(sources, diagnostics, out),
            Format::Json => json::write(sources, diagnostics, out),
            Format::Sarif => sarif::write(sources, diagnostics, out),
            Format::Github => github::write(sources, diagnostics, out),
            Format::Gitlab => gitlab::write(sources, diagnostics, out),
            Format::Junit => junit::write(sources, diagnostics, out),
            Format::Checkstyle => checkstyle::write(sources, diagnostics, out),
            Format::Rdjson => rdjson::write(sources, diagnostics, out),
        }
    }
}

/// The diagnostics that are about a place: for formats that know nothing else.
fn placed(diagnostics: &[Diagnostic]) -> impl Iterator<Item = (&Diagnostic, &Label)> {
    diagnostics.iter().filter_map(|diagnostic| Some((diagnostic, diagnostic.primary.as_ref()?)))
}

/// Notes and helps, one a line, for formats that have no place of their own for them.
fn remarks(diagnostic: &Diagnostic) -> impl Iterator<Item = String> {
    let notes = diagnostic.notes.iter().map(|text| format!("note: {text}"));
    notes.chain(diagnostic.helps.iter().map(|text| format!("help: {text}")))
}

/// All of a diagnostic as plain lines, for formats that have one text and one place for it.
fn prose(sources: &Sources, diagnostic: &Diagnostic) -> String {
    let ways = diagnostic.secondary.iter().map(|label| {
        let place = place::shown(sources, label);
        if label.text.is_empty() { place } else { format!("{place}: {}", label.text) }
    });
    let lines = [diagnostic.message.clone()].into_iter().chain(ways).chain(remarks(diagnostic));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;
