//! A whole run: find the files, read them, analyse them, put what was found in order.
//!
//! [`lint`] is the library's front door; `cli` is only its handle.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use rustc_hash::FxHashSet;

use crate::{
    analysis,
    config::Levels,
    diagnostics::{Confidence, Diagnostic, Label},
    discover::{
        Glob, Workspace,
        config::Text,
        discover,
        read::{self, Texts},
    },
    error::{Error, Problems},
    index,
    source::{self, Comment, FileId, Sources},
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
    /// How many files were read.
    pub files: usize,
    /// The flow graphs that were asked for, as text.
    pub flow: String,
}

/// The crates whose responses the lint knows, as code names them: `hyper_util`.
pub fn clients() -> impl Iterator<Item = &'static str> {
    index::clients()
}

/// Lints the files and folders in `paths`. Code that cannot be read is a note in the report.
///
/// # Errors
/// When a path does not exist, a stub of [`Options::stubs`] makes no sense, or there are no threads to be had.
pub fn lint(paths: &[PathBuf], options: &Options) -> Result<Report, Error> {
    on_workers(|| run(paths, options))?
}

/// Does something on threads whose stacks are large enough for it.
pub(crate) fn on_workers<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, Error> {
    Ok(rayon::ThreadPoolBuilder::new().stack_size(STACK).build().map_err(Error::Threads)?.install(work))
}

/// Parsers of nested code recurse: about 6 kB of stack for a level at worst. It is reserved, not used.
const STACK: usize = 64 << 20;

/// [`lint`], on the threads that are there.
pub(crate) fn run(paths: &[PathBuf], options: &Options) -> Result<Report, Error> {
    let mut workspace = discover(paths, &options.exclude)?;
    workspace.forget(|file| options.stubs.iter().any(|stub| stub.path == file));
    let mut texts = read::read(&workspace, &options.texts);
    let asked = asked(&workspace, &texts);
    let comments: Vec<Comment> =
        texts.files.iter().flat_map(|(_, id)| source::comments(*id, texts.sources.text(*id))).collect();
    let mut found = match analysis::run(&mut workspace, &mut texts, &comments, options) {
        Ok(found) => found,
        Err(diagnostics) => return Err(Error::Config(Box::new(Problems { sources: texts.sources, diagnostics }))),
    };
    found.diagnostics.retain(|diagnostic| {
        let told = |label: &Label| asked.contains(&label.span.file);
        diagnostic.confidence >= options.min_confidence && diagnostic.primary.as_ref().is_none_or(told)
    });
    sort(&texts.sources, &mut found.diagnostics);
    let notes = texts
        .problems
        .into_iter()
        .map(|(path, reason)| Diagnostic::note(format!("skipped `{}`: {reason}", path.display())));
    found.diagnostics.extend(notes);
    Ok(Report { sources: texts.sources, diagnostics: found.diagnostics, files: texts.files.len(), flow: found.flow })
}

/// The files in which findings are to be told; the others are there to be understood only.
fn asked(workspace: &Workspace, texts: &Texts) -> FxHashSet<FileId> {
    let owned = workspace.packages.iter().flat_map(|package| {
        let files = package.files.iter();
        files.filter(|file| workspace.reports(package, file))
    });
    owned.chain(&workspace.loose).filter_map(|file| texts.id(file)).collect()
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
