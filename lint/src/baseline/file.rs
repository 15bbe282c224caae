//! A baseline as it is written: JSON, one finding a line, sorted, so that versions of it can be compared and merged.

use std::path::Path;

use serde::Deserialize;

use super::Entry;
use crate::{
    diagnostics::{Diagnostic, Label},
    error::{Error, Problems},
    source::{FileId, Sources, Span},
};

/// What this version writes. Another number is for when an older version would misunderstand.
const VERSION: u32 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "version")]
    _version: u32,
    findings: Vec<Entry>,
}

/// Only the version, whatever else there is.
#[derive(Deserialize)]
struct Version {
    version: u32,
}

/// Reads the text of a baseline. What is in it twice, as after a merge, counts once.
pub fn read(path: &Path, text: &str) -> Result<Vec<Entry>, Error> {
    match serde_json::from_str::<Version>(text) {
        Ok(Version { version }) if version != VERSION => {
            let at = text.find("\"version\"").map_or(0..0, |at| at..at + "\"version\"".len());
            let message = format!("this baseline has version {version}, and only {VERSION} is known");
            Err(problem(path, text, at, message, "take the version of the lint that wrote it, or write it anew"))
        }
        _ => match serde_json::from_str::<File>(text) {
            Ok(File { mut findings, .. }) => {
                findings.sort();
                findings.dedup_by(|a, b| a.fingerprint == b.fingerprint);
                Ok(findings)
            }
            Err(error) => {
                let at = offset(text, error.line(), error.column());
                let said = error.to_string();
                // The place is told by the snippet.
                let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
                let message = format!("this is no baseline: {said}");
                Err(problem(
                    path,
                    text,
                    at..at,
                    message,
                    "mend it, or remove it and write it anew with `--write-baseline`",
                ))
            }
        },
    }
}

/// The text of a baseline.
pub fn write(mut entries: Vec<Entry>) -> String {
    entries.sort();
    let line = |entry: &Entry| serde_json::to_string(entry).expect("strings are always JSON");
    let lines: Vec<String> = entries.iter().map(|entry| format!("\n    {}", line(entry))).collect();
    let end = if lines.is_empty() { "" } else { "\n  " };
    format!("{{\n  \"version\": {VERSION},\n  \"findings\": [{}{end}]\n}}\n", lines.join(","))
}

/// The byte at a line and a column, both counted from 1, or the nearest one that begins a character.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let at = (start + column.saturating_sub(1)).min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn problem(path: &Path, text: &str, at: std::ops::Range<usize>, message: String, help: &str) -> Error {
    let mut sources = Sources::default();
    let file: FileId = sources.add(path.to_path_buf(), text);
    let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let label = Label { span: Span { file, start: byte(at.start), end: byte(at.end) }, text: String::new() };
    let diagnostics = vec![Diagnostic::problem(message, label, Some(help.to_owned()))];
    Error::Config(Box::new(Problems { sources, diagnostics }))
}
