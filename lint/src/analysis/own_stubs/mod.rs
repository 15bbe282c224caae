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

use rayon::prelude::*;
use syn::parse::Parse as _;

use crate::{
    diagnostics::{Diagnostic, Label},
    discover::{Workspace, config::Text},
    index::{self, CrateId, Index, ParsedFile},
    source::{self, FileId, Sources, Span},
};

/// The user's stubs: the texts and what they are among the sources.
pub struct OwnStubs<'a>(Vec<(FileId, &'a str)>);

impl<'a> OwnStubs<'a> {
    /// Adds the texts to the sources.
    ///
    /// # Errors
    /// What is wrong with syntax, heads and attributes.
    pub fn add(stubs: &'a [Text], sources: &mut Sources) -> Result<Self, Vec<Diagnostic>> {
        let add = |stub: &'a Text| (sources.add(stub.shown.clone(), stub.text.as_str()), stub.text.as_str());
        let own = OwnStubs(stubs.iter().map(add).collect());
        none(own.0.iter().flat_map(|(id, text)| form(*id, text)))?;
        Ok(own)
    }

    /// The texts.
    pub fn texts(&self) -> impl Iterator<Item = &'a str> {
        self.0.iter().map(|(_, text)| *text)
    }

    /// Reads them, in order.
    pub fn parse(&self) -> impl IndexedParallelIterator<Item = ParsedFile> {
        self.0.par_iter().map(|(id, text)| index::parse_own_stub(*id, text))
    }

    /// Notes about those that describe what a workspace does not use. `loose` are the texts of its loose files.
    pub fn unused(
        &self,
        workspace: &Workspace,
        sources: &Sources,
        loose: &[&str],
        parsed: &[ParsedFile],
    ) -> Vec<Diagnostic> {
        let unused = self.0.iter().zip(parsed).filter_map(|((id, _), parsed)| {
            let krate = &parsed.client.as_ref()?.krate;
            let others = self.0.iter().filter(|(other, _)| other != id).map(|(_, text)| *text);
            if index::is_led_to(workspace, krate, others.chain(loose.iter().copied())) {
                return None;
            }
            let path = sources.path(*id).display();
            Some(Diagnostic::note(format!("`{path}` describes `{krate}`, on which nothing here depends")))
        });
        unused.collect()
    }

    /// Looks for what they name and nobody has: words, types, functions.
    ///
    /// # Errors
    /// What was found. They must be the first crates of the index.
    pub fn resolve(&self, index: &Index) -> Result<(), Vec<Diagnostic>> {
        let crates = self.0.iter().zip(0..).map(|((id, text), n)| (CrateId(n), *id, *text));
        none(crates.flat_map(|(krate, id, text)| names(index, krate, id, text)))
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
