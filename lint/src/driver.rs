//! A whole run: find the files, read them, analyse them, put what was found in order.
//!
//! [`crate::lint`] is the library's front door, which takes a configuration; [`lint`] is for those who choose all
//! options themselves.

mod scope;

use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use rustc_hash::FxHashSet;

use self::scope::Scope;
use crate::{
    analysis::{self, Found},
    baseline::{Baseline, Standing},
    config::Levels,
    diagnostics::{Confidence, Diagnostic},
    discover::{
        Changed, Glob, Workspace,
        config::Text,
        discover_with,
        read::{self, Texts},
    },
    error::Error,
    index,
    render::Format,
    source::{FileId, Sources, Span},
};

/// What a run looks for.
#[derive(Clone, Debug)]
pub struct Options {
    /// Test code too: `#[cfg(test)]`, tests, benches, examples.
    pub tests: bool,
    /// Findings that are less sure are left out.
    pub min_confidence: Confidence,
    /// Which rules are told, where, and how loudly.
    pub levels: Levels,
    /// Files and folders in which nothing is told, unless they are asked for by name.
    pub exclude: Vec<Glob>,
    /// Stubs beside those that come with the program.
    pub stubs: Vec<Text>,
    /// Only the packages of these names; all if there are none.
    pub packages: Vec<String>,
    /// A file that is to be judged, and that need not be there if [`texts`](Options::texts) has it.
    pub unsaved: Option<PathBuf>,
    /// The file of findings that are known and not told.
    pub baseline: Option<PathBuf>,
    /// Only findings that stand on these lines.
    pub changed: Option<Changed>,
    /// The name of functions whose flow graphs are wanted.
    pub dump_flow: Option<String>,
    /// Other texts for the stubs that come with the program, by their names, as in `clients/reqwest.rs`: what would
    /// happen if one said something else?
    pub instead: Vec<(String, String)>,
    /// Other texts for files of the workspace, by their paths as a report shows them: what would be found if they held
    /// these?
    pub texts: BTreeMap<PathBuf, Arc<str>>,
    /// Where others can see how far it is.
    pub progress: Arc<Progress>,
}

/// How far a run is. Several runs with the same one show the last of them.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    all: AtomicUsize,
}

impl Progress {
    /// How many functions are done, and of how many; 0 of 0 while files are read.
    pub fn now(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.all.load(Ordering::Relaxed))
    }

    pub(crate) fn begin(&self, all: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
    }

    pub(crate) fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            tests: false,
            min_confidence: Confidence::Medium,
            levels: Levels::default(),
            exclude: Vec::new(),
            stubs: Vec::new(),
            packages: Vec::new(),
            unsaved: None,
            baseline: None,
            changed: None,
            dump_flow: None,
            instead: Vec::new(),
            texts: BTreeMap::new(),
            progress: Arc::default(),
        }
    }
}

/// What a run found.
#[derive(Debug, Default)]
pub struct Report {
    /// The texts that the diagnostics point into.
    pub sources: Sources,
    /// Findings by path and position; after them notes about the run itself, such as files that were skipped.
    pub diagnostics: Vec<Diagnostic>,
    /// How many files were read: those of packages that no response can get into are not.
    pub files: usize,
    /// The flow graphs that were asked for, as text.
    pub flow: String,
    /// How the findings stand to the baseline, if there is one.
    pub standing: Option<Standing>,
}

impl Report {
    /// What is about the code, and not about the run.
    pub fn findings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.is_finding())
    }

    /// Writes findings and notes. Only [`Format::Human`] knows colours.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn write(&self, format: Format, color: bool, out: &mut dyn io::Write) -> io::Result<()> {
        format.write(&self.sources, &self.diagnostics, color, out)
    }
}

/// The crates whose responses the lint knows, as code names them: `hyper_util`.
pub fn clients() -> impl Iterator<Item = &'static str> {
    index::clients()
}

/// Lints the files and folders in `paths`. Code that cannot be read is a note in the report.
///
/// # Errors
/// When a path does not exist, a stub of [`Options::stubs`] or the baseline makes no sense, a package is not there, or
/// there are no threads to be had.
pub fn lint(paths: &[PathBuf], options: &Options) -> Result<Report, Error> {
    on_workers(|| run(paths, options))?
}

/// The same with a baseline that is to be written: it may be new, and nothing is said of what is gone from it.
///
/// # Errors
/// As for [`lint`].
pub fn lint_for(baseline: Baseline, paths: &[PathBuf], options: &Options) -> Result<Report, Error> {
    let options = Options { baseline: Some(baseline.path().to_path_buf()), ..options.clone() };
    on_workers(|| judge(paths, &options, Some(baseline)))?
}

/// The files in which findings would be told, as they are shown.
///
/// # Errors
/// When a path or a package is not there.
pub fn files(paths: &[PathBuf], options: &Options) -> Result<Vec<PathBuf>, Error> {
    let workspace = workspace(paths, options)?;
    let is_wanted = |file: &Path| {
        (options.tests || !analysis::is_for_tests(&workspace, file))
            && options.changed.as_ref().is_none_or(|changed| changed.has(file))
    };
    let mut files: Vec<&PathBuf> = reported(&workspace).filter(|file| is_wanted(file)).collect();
    files.sort();
    files.dedup();
    Ok(files.into_iter().map(|file| read::as_shown(file)).collect())
}

/// Does something on threads whose stacks are large enough for it.
pub(crate) fn on_workers<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, Error> {
    Ok(rayon::ThreadPoolBuilder::new().stack_size(STACK).build().map_err(Error::Threads)?.install(work))
}

/// Parsers of nested code recurse: about 6 kB of stack for a level at worst. It is reserved, not used.
pub(crate) const STACK: usize = 64 << 20;

fn workspace(paths: &[PathBuf], options: &Options) -> Result<Workspace, Error> {
    let mut workspace = discover_with(options.unsaved.as_deref(), paths, &options.exclude)?;
    workspace.select(&options.packages)?;
    workspace.forget(|file| options.stubs.iter().any(|stub| stub.path == file));
    Ok(workspace)
}

/// [`lint`], on the threads that are there.
pub(crate) fn run(paths: &[PathBuf], options: &Options) -> Result<Report, Error> {
    let baseline = options.baseline.as_deref().map(Baseline::read).transpose()?;
    let mut report = judge(paths, options, baseline)?;
    report.diagnostics.extend(report.standing.as_ref().and_then(Standing::note));
    Ok(report)
}

fn judge(paths: &[PathBuf], options: &Options, baseline: Option<Baseline>) -> Result<Report, Error> {
    let mut workspace = workspace(paths, options)?;
    let Found { mut texts, mut diagnostics, flow, half_read, tests } =
        analysis::run(&mut workspace, options).map_err(|problems| Error::Config(Box::new(problems)))?;
    let asked: FxHashSet<FileId> = reported(&workspace).filter_map(|file| texts.id(file)).collect();
    diagnostics.retain(|diagnostic| diagnostic.primary.as_ref().is_none_or(|label| asked.contains(&label.span.file)));
    sort(&texts.sources, &mut diagnostics);
    let is_sure = |diagnostic: &Diagnostic| diagnostic.confidence >= options.min_confidence;
    // Before anything else is left out: what is known does not depend on what is told.
    let standing = baseline.filter(|_| options.dump_flow.is_none()).map(|baseline| {
        let (half_read, tests) = (&half_read, &tests);
        let scope = Scope { workspace: &workspace, texts: &texts, options, asked: &asked, half_read, tests };
        let file = |diagnostic: &Diagnostic| texts.path(diagnostic.primary.as_ref()?.span.file);
        baseline.apply(&texts.sources, &mut diagnostics, file, is_sure, |file, entry| scope.covers(file, entry))
    });
    diagnostics.retain(|diagnostic| is_sure(diagnostic) && is_on_changed_lines(diagnostic, &texts, options));
    let notes = std::mem::take(&mut texts.problems)
        .into_iter()
        .map(|(path, reason)| Diagnostic::note(format!("skipped `{}`: {reason}", path.display())));
    diagnostics.extend(notes);
    Ok(Report { sources: texts.sources, diagnostics, files: texts.files.len(), flow, standing })
}

/// Does one of its labels stand on a line that was changed, if only those are of interest?
fn is_on_changed_lines(diagnostic: &Diagnostic, texts: &Texts, options: &Options) -> bool {
    let (Some(changed), Some(primary)) = (&options.changed, &diagnostic.primary) else { return true };
    diagnostic.secondary.iter().chain([primary]).any(|label| {
        let span = label.span;
        let line = |at| texts.sources.line_column(Span { start: at, ..span }).0;
        texts.path(span.file).is_some_and(|path| changed.touches(path, line(span.start)..=line(span.end)))
    })
}

/// The files in which findings are to be told; the others are there to be understood only.
fn reported(workspace: &Workspace) -> impl Iterator<Item = &PathBuf> {
    let owned = workspace.packages.iter().flat_map(|package| {
        let files = package.files.iter();
        files.filter(|file| workspace.reports(package, file))
    });
    owned.chain(&workspace.loose)
}

/// Sorts by path and position, and keeps one of those that say the same of one place.
fn sort(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_cached_key(|diagnostic| {
        let place = diagnostic.primary.as_ref().map(|label| {
            let path = sources.path(label.span.file).to_path_buf();
            (path, label.span.start, label.span.end)
        });
        // Notes without a place come last.
        (place.is_none(), place, diagnostic.rule, std::cmp::Reverse(diagnostic.confidence))
    });
    diagnostics.dedup_by(|next, kept| {
        let place = |it: &Diagnostic| it.primary.as_ref().map(|label| label.span);
        place(next).is_some() && place(next) == place(kept) && next.rule == kept.rule
    });
}

#[cfg(test)]
mod tests {
    use super::sort;
    use crate::{
        diagnostics::{Confidence, Diagnostic, Label, Severity},
        source::{FileId, Sources, Span},
    };

    fn finding(file: FileId, start: u32, confidence: Confidence) -> Diagnostic {
        let span = Span { file, start, end: start + 1 };
        Diagnostic {
            rule: Some("unread_body"),
            severity: Severity::Warning,
            confidence,
            primary: Some(Label { span, text: String::new() }),
            ..Diagnostic::note(String::new())
        }
    }

    #[test]
    fn findings_come_by_path_and_position_and_each_once() {
        let mut sources = Sources::default();
        let z = sources.add("z.rs".into(), "abc");
        let a = sources.add("a.rs".into(), "abc");
        let note = Diagnostic::note("a note".to_owned());
        let (low, high) = (Confidence::Low, Confidence::High);
        let mut diagnostics = vec![
            note.clone(),
            finding(z, 0, high),
            finding(a, 2, low),
            finding(a, 1, high),
            finding(a, 2, high),
            note.clone(),
        ];
        sort(&sources, &mut diagnostics);
        let expected = [finding(a, 1, high), finding(a, 2, high), finding(z, 0, high), note.clone(), note];
        assert_eq!(diagnostics, expected);
    }
}
