//! The stubs that the user has written, and whether they are what stubs should be.
//!
//! Those that come with the program are tested. One of the user's that is not understood would make the lint silent, or
//! wrong, without a word, so it is an error. `head` and `attributes` look at the text alone, `names` at what it names.

mod attributes;
mod head;
mod names;
#[cfg(test)]
mod tests;
use std::ops::Range;

use syn::parse::Parse as _;

use crate::{
    diagnostics::{Diagnostic, Label},
    discover::{Workspace, config::Text},
    index::{self, CrateId, Index, ParsedFile},
    source::{self, FileId, Sources, Span},
};

/// The user's stubs.
pub struct OwnStubs<'a>(Vec<OwnStub<'a>>);

struct OwnStub<'a> {
    id: FileId,
    text: &'a str,
    outline: ParsedFile,
}

impl<'a> OwnStubs<'a> {
    /// Adds the texts to the sources, and reads them.
    ///
    /// # Errors
    /// What is wrong with syntax, heads and attributes.
    pub fn add(stubs: &'a [Text], sources: &mut Sources) -> Result<Self, Vec<Diagnostic>> {
        let add = |stub: &'a Text| (sources.add(stub.shown.clone(), stub.text.as_str()), stub.text.as_str());
        let texts: Vec<(FileId, &str)> = stubs.iter().map(add).collect();
        none(texts.iter().flat_map(|(id, text)| form(*id, text)))?;
        let read = |(id, text)| OwnStub { id, text, outline: index::parse_own_stub(id, text) };
        Ok(OwnStubs(texts.into_iter().map(read).collect()))
    }

    /// The texts.
    pub fn texts(&self) -> impl Iterator<Item = &'a str> {
        self.0.iter().map(|stub| stub.text)
    }

    /// What is in them, in order.
    pub fn outlines(&self) -> Vec<ParsedFile> {
        self.0.iter().map(|stub| stub.outline.clone()).collect()
    }

    /// The crates that they describe, as code names them.
    pub fn crates(&self) -> Vec<&str> {
        self.0.iter().filter_map(|stub| Some(stub.outline.client.as_ref()?.krate.as_str())).collect()
    }

    /// Notes about those that describe what a workspace does not use. `loose` are the texts of its loose files.
    pub fn unused(&self, workspace: &Workspace, sources: &Sources, loose: &[&str]) -> Vec<Diagnostic> {
        let unused = self.0.iter().filter_map(|stub| {
            let krate = &stub.outline.client.as_ref()?.krate;
            let others = self.0.iter().filter(|it| it.id != stub.id).map(|it| it.text);
            if index::is_led_to(workspace, krate, loose.iter().copied().chain(others)) {
                return None;
            }
            let path = sources.path(stub.id).display();
            Some(Diagnostic::note(format!("`{path}` describes `{krate}`, on which nothing here depends")))
        });
        unused.collect()
    }

    /// Looks for what they name and nobody has: words, types, functions.
    ///
    /// # Errors
    /// What was found. They must be the first crates of the index.
    pub fn resolve(&self, index: &Index) -> Result<(), Vec<Diagnostic>> {
        none(self.0.iter().zip(0..).flat_map(|(stub, n)| names(index, CrateId(n), stub.id, stub.text)))
    }
}

fn none(problems: impl Iterator<Item = Diagnostic>) -> Result<(), Vec<Diagnostic>> {
    let problems: Vec<Diagnostic> = problems.collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// What is wrong with the text of a stub: syntax, head, attributes.
fn form(file: FileId, text: &str) -> Vec<Diagnostic> {
    let mut problems = Problems { file, found: Vec::new() };
    match source::parse_with(text, syn::File::parse) {
        Ok(parsed) => {
            head::check(&parsed, &mut problems);
            attributes::check(&parsed, &mut problems);
        }
        Err(refusal) => {
            // All of the text is no place: something is missing at its end.
            let end = text.trim_end().len();
            let at = if refusal.range == (0..text.len()) { end..end } else { refusal.range };
            problems.add(at, refusal.message, None);
        }
    }
    source::forget_spans();
    problems.found
}

/// What a stub names and nobody has: words, types, functions. Its form is right.
fn names(index: &Index, krate: CrateId, file: FileId, text: &str) -> Vec<Diagnostic> {
    let mut problems = Problems { file, found: Vec::new() };
    if let Ok(parsed) = source::parse_with(text, syn::File::parse) {
        names::check(index, krate, &parsed, &mut problems);
    }
    source::forget_spans();
    problems.found
}

/// What is wrong with one file.
struct Problems {
    file: FileId,
    found: Vec<Diagnostic>,
}

impl Problems {
    fn add(&mut self, at: Range<usize>, message: impl Into<String>, help: Option<String>) {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let span = Span { file: self.file, start: offset(at.start), end: offset(at.end) };
        self.found.push(Diagnostic::problem(message.into(), Label { span, text: String::new() }, help));
    }

    fn at(&mut self, span: proc_macro2::Span, message: impl Into<String>, help: Option<String>) {
        self.add(span.byte_range(), message, help);
    }
}
