//! Fixes, made in memory: lint, change, and lint again, until nothing is left to change.
//!
//! A fix is believed only when it was seen to work. After it the text still parses, and there is one finding less;
//! else it is taken back, and a note says so. Nothing is written: that is for the caller, who has all the texts.
//!
//! ```no_run
//! use undrained_lint::{diagnostics::Applicability, driver::Options, edit, fixes::apply::fix};
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
    diagnostics::{Applicability, Diagnostic, Fix, fingerprint::fingerprints},
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
    // Each round makes a fix or refuses one, and none is refused twice.
    for _ in 0..ROUNDS {
        let wanted = run.wanted(least);
        if wanted.is_empty() {
            break;
        }
        for (number, _) in &wanted {
            let file = run.file(*number);
            let text = run.report.sources.shared(file);
            before.entry(run.report.sources.path(file).to_path_buf()).or_insert(text);
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

/// Fixes of one place after the other; more than a few rounds means that something goes round.
const ROUNDS: usize = 32;

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

/// The number of a diagnostic, and its fix.
type Wanted = (usize, Fix);

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
            Some((number, fix.clone()))
        });
        wanted.collect()
    }

    fn file(&self, number: usize) -> FileId {
        let label = self.report.diagnostics[number].primary.as_ref().expect("what has a fix has a place");
        label.span.file
    }

    /// Makes them all at once, or one by one if that does not work.
    fn make(&mut self, wanted: Vec<Wanted>) -> Result<(), Error> {
        if let Some((options, report)) = self.attempt(&wanted)? {
            self.made += wanted.len();
            (self.options, self.report) = (options, report);
            return Ok(());
        }
        if wanted.len() > 1 {
            // The rest is wanted again in the next round, in which places have moved.
            for one in wanted {
                if let Some((options, report)) = self.attempt(std::slice::from_ref(&one))? {
                    self.made += 1;
                    (self.options, self.report) = (options, report);
                    return Ok(());
                }
                self.refuse(one.0);
            }
            return Ok(());
        }
        wanted.iter().for_each(|(number, _)| self.refuse(*number));
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

    /// What is found after these fixes, if they work.
    fn attempt(&self, wanted: &[Wanted]) -> Result<Option<(Options, Report)>, Error> {
        let sources = &self.report.sources;
        let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
        for edit in wanted.iter().flat_map(|(_, fix)| &fix.edits) {
            edits.entry(edit.span.file).or_default().push(edit.clone());
        }
        let mut options = self.options.clone();
        for (file, edits) in edits {
            let before = sources.text(file);
            match edit::apply(before, &edits) {
                Ok(after) if parses(&after) || !parses(before) => {
                    options.texts.insert(sources.path(file).to_path_buf(), after.into());
                }
                _ => return Ok(None),
            }
        }
        let report = driver::run(self.paths, &options)?;
        let works = findings(&report) + wanted.len() <= findings(&self.report) && notes(&report) <= notes(&self.report);
        Ok(works.then_some((options, report)))
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

fn findings(report: &Report) -> usize {
    report.diagnostics.iter().filter(|diagnostic| diagnostic.rule.is_some()).count()
}

fn notes(report: &Report) -> usize {
    report.diagnostics.len() - findings(report)
}
