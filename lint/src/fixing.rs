//! Fixes, made in memory: lint, change, and lint again, until nothing is left to change.
//!
//! A fix is believed only when it was seen to work. After it the text still parses, and there is one finding less;
//! else it is taken back, and a note says so. Nothing is written: that is for the caller, who has all the texts.
//!
//! ```no_run
//! use undrained_lint::{diagnostics::Applicability, driver::Options, edit, fixing::fix};
//!
//! let fixed = fix(&["src".into()], &Options::default(), Applicability::MachineApplicable)?;
//! for file in &fixed.files {
//!     edit::write_atomically(&file.path, Some(&file.before), &file.after)?;
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    path::PathBuf,
    sync::Arc,
};

use crate::{
    diagnostics::{Applicability, Diagnostic, fingerprint::fingerprints},
    driver::{self, Options, Report},
    edit::{self, Edit},
    error::Error,
    source::{self, FileId},
};

/// What came of it.
#[derive(Debug)]
pub struct Fixed {
    /// What would be found after it, with a note for each fix that did not work.
    pub report: Report,
    /// The files that change, by path.
    pub files: Vec<Changed>,
    /// How many fixes were made.
    pub made: usize,
}

/// A file that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// As it is shown: relative to the current folder where possible.
    pub path: PathBuf,
    /// What it holds.
    pub before: Arc<str>,
    /// What it should hold.
    pub after: Arc<str>,
}

/// Lints, and makes all fixes that are at least this sure.
///
/// # Errors
/// Those of [`driver::lint`].
pub fn fix(paths: &[PathBuf], options: &Options, least: Applicability) -> Result<Fixed, Error> {
    driver::on_workers(|| run(paths, options, least))?
}

fn run(paths: &[PathBuf], options: &Options, least: Applicability) -> Result<Fixed, Error> {
    let report = driver::run(paths, options)?;
    let mut run = Run { paths, options: options.clone(), report, made: 0, refused: BTreeSet::new(), notes: Vec::new() };
    let mut before: BTreeMap<PathBuf, Arc<str>> = BTreeMap::new();
    // Each round makes a fix, after which there are fewer findings, or refuses one, and none is refused twice.
    loop {
        let wanted = run.wanted(least);
        if wanted.is_empty() {
            break;
        }
        for Wanted { file, .. } in &wanted {
            let text = run.report.sources.shared(*file);
            before.entry(run.report.sources.path(*file).to_path_buf()).or_insert(text);
        }
        run.make(wanted)?;
    }
    let Run { options, mut report, made, notes, .. } = run;
    report.diagnostics.extend(notes);
    let texts = before.into_iter().filter_map(|(path, before)| {
        let after = options.texts.get(&path)?.clone();
        (after != before).then_some(Changed { path, before, after })
    });
    Ok(Fixed { files: texts.collect(), report, made })
}

struct Run<'a> {
    paths: &'a [PathBuf],
    /// With the texts as they are by now.
    options: Options,
    report: Report,
    made: usize,
    /// The fingerprints of findings whose fixes do not work.
    refused: BTreeSet<String>,
    notes: Vec<Diagnostic>,
}

/// A fix to make.
#[derive(Clone)]
struct Wanted {
    /// The diagnostic's place in the report.
    number: usize,
    file: FileId,
    edits: Vec<Edit>,
}

impl Run<'_> {
    /// The fixes to make in this round: no two of them near each other.
    fn wanted(&self, least: Applicability) -> Vec<Wanted> {
        let Report { sources, diagnostics, .. } = &self.report;
        let mut taken: Vec<(FileId, Range<u32>)> = Vec::new();
        let with_fingerprints = diagnostics.iter().zip(fingerprints(sources, diagnostics)).enumerate();
        let wanted = with_fingerprints.filter_map(|(number, (diagnostic, fingerprint))| {
            let fix = diagnostic.fix.as_ref().filter(|fix| fix.applicability >= least)?;
            let (file, range) = around(&fix.edits)?;
            let is_near = |(other, taken): &(FileId, Range<u32>)| {
                *other == file && taken.start <= range.end && range.start <= taken.end
            };
            if self.refused.contains(&fingerprint) || taken.iter().any(is_near) {
                return None;
            }
            taken.push((file, range));
            Some(Wanted { number, file, edits: fix.edits.clone() })
        });
        wanted.collect()
    }

    /// Makes them all at once. In a file where that does not work, one is tried alone; the others come in later rounds.
    fn make(&mut self, mut wanted: Vec<Wanted>) -> Result<(), Error> {
        while !wanted.is_empty() {
            let at_fault = match self.attempt(&wanted)? {
                Attempt::Works(options, report) => {
                    self.made += wanted.len();
                    (self.options, self.report) = (*options, *report);
                    return Ok(());
                }
                // Something is found elsewhere, and which of them is to blame cannot be told.
                Attempt::Fails(files) if files.is_empty() && wanted.len() > 1 => {
                    wanted.truncate(1);
                    continue;
                }
                Attempt::Fails(files) => files,
            };
            let is_at_fault = |it: &Wanted| at_fault.is_empty() || at_fault.contains(&it.file);
            let (failed, mut rest): (Vec<_>, Vec<_>) = wanted.into_iter().partition(is_at_fault);
            for of_file in failed.chunk_by(|a, b| a.file == b.file) {
                match of_file {
                    [only] => self.refuse(only.number),
                    several => rest.extend(several.first().cloned()),
                }
            }
            wanted = rest;
        }
        Ok(())
    }

    fn refuse(&mut self, number: usize) {
        let Report { sources, diagnostics, .. } = &self.report;
        self.refused.insert(fingerprints(sources, diagnostics).swap_remove(number));
        let diagnostic = &diagnostics[number];
        let Some(label) = &diagnostic.primary else { return };
        let (line, column) = sources.line_column(label.span);
        let path = sources.path(label.span.file).display();
        let rule = diagnostic.rule.unwrap_or_default();
        self.notes.push(Diagnostic::note(format!(
            "a fix of `{rule}` at {path}:{line}:{column} does not work, and was left out"
        )));
    }

    /// Lints with these fixes.
    fn attempt(&self, wanted: &[Wanted]) -> Result<Attempt, Error> {
        let sources = &self.report.sources;
        let mut options = self.options.clone();
        let mut at_fault = BTreeSet::new();
        let mut fewer: BTreeMap<FileId, usize> = BTreeMap::new();
        for of_file in wanted.chunk_by(|a, b| a.file == b.file) {
            let file = of_file[0].file;
            fewer.insert(file, of_file.len());
            let edits: Vec<Edit> = of_file.iter().flat_map(|it| it.edits.iter().cloned()).collect();
            match edit::apply(sources.text(file), &edits) {
                Ok(after) if parses(&after) || !parses(sources.text(file)) => {
                    options.texts.insert(sources.path(file).to_path_buf(), after.into());
                }
                _ => {
                    at_fault.insert(file);
                }
            }
        }
        if !at_fault.is_empty() {
            return Ok(Attempt::Fails(at_fault));
        }
        let report = driver::run(self.paths, &options)?;
        let (before, after) = (Counts::of(&self.report), Counts::of(&report));
        at_fault.extend(
            fewer
                .iter()
                .filter(|(file, fewer)| after.in_file(**file) + **fewer > before.in_file(**file))
                .map(|(file, _)| file),
        );
        let works = at_fault.is_empty() && after.all + wanted.len() <= before.all && after.notes <= before.notes;
        Ok(if works { Attempt::Works(Box::new(options), Box::new(report)) } else { Attempt::Fails(at_fault) })
    }
}

enum Attempt {
    /// What is found now, and the options with the new texts.
    Works(Box<Options>, Box<Report>),
    /// The files in which not each of the fixes took a finding away.
    Fails(BTreeSet<FileId>),
}

/// How many findings there are. The files of two runs are the same, and so are their numbers.
#[derive(Default)]
struct Counts {
    all: usize,
    by_file: BTreeMap<FileId, usize>,
    notes: usize,
}

impl Counts {
    fn of(report: &Report) -> Self {
        let mut counts = Counts::default();
        for diagnostic in &report.diagnostics {
            match (diagnostic.rule, &diagnostic.primary) {
                (Some(_), Some(label)) => {
                    counts.all += 1;
                    *counts.by_file.entry(label.span.file).or_default() += 1;
                }
                _ => counts.notes += 1,
            }
        }
        counts
    }

    fn in_file(&self, file: FileId) -> usize {
        self.by_file.get(&file).copied().unwrap_or(0)
    }
}

/// The file of some edits, and from where to where they go.
fn around(edits: &[Edit]) -> Option<(FileId, Range<u32>)> {
    let start = edits.iter().map(|edit| edit.span.start).min()?;
    let end = edits.iter().map(|edit| edit.span.end).max()?;
    Some((edits.first()?.span.file, start..end))
}

fn parses(text: &str) -> bool {
    let parsed = source::parse_with::<syn::File>(text.trim_start_matches('\u{feff}'), syn::parse::Parse::parse).is_ok();
    source::forget_spans();
    parsed
}
