//! How a run is to be done: what the configuration says, and what a command line says instead.
//!
//! `file` is the configuration as it is written, [`Levels`] what it says of rules, `show` the effective values with the
//! origin of each. Files are found and read by [`discover::config`]; nothing in here opens one itself.
//!
//! A value is taken from the first of these that has it: a flag, the configuration, the default.

mod file;
mod levels;
#[cfg(feature = "schema")]
mod schema;
mod show;

use std::{
    ops::Range,
    path::{Path, PathBuf},
};

use toml::Spanned;

pub use levels::{Choice, Level, Levels, Selector, UnknownSelector};
#[cfg(feature = "schema")]
pub use schema::schema;

use self::file::{File, Mistake};
use crate::{
    diagnostics::{Confidence, Diagnostic, Label},
    discover::{
        self, Glob,
        config::{Places, Text},
    },
    driver::Options,
    error::{Error, Problems},
    source::{FileId, Sources, Span},
};

/// How a run is to be done, and who said so.
///
/// ```no_run
/// use undrained_lint::{Config, driver};
///
/// let config = Config::around("src".as_ref())?;
/// let report = driver::lint(&["src".into()], &config.options())?;
/// println!("{config}");
/// # Ok::<(), undrained_lint::error::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    /// Which rules are told, where, and how loudly.
    pub levels: Levels,
    /// Files and folders in which nothing is to be told.
    pub exclude: Vec<Setting<Glob>>,
    /// Stubs beside those that come with the program.
    pub stubs: Vec<Setting<Text>>,
    /// Findings that are less sure are left out.
    pub min_confidence: Setting<Confidence>,
    /// Test code too.
    pub tests: Setting<bool>,
    /// The folder that globs in the configuration start from.
    root: PathBuf,
    /// What was read, for the places in [`Provenance::File`].
    sources: Sources,
}

/// A value, and who said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// What was said.
    pub value: T,
    /// By whom.
    pub from: Provenance,
}

/// Who said something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// Nobody.
    Default,
    /// The configuration, here.
    File(Span),
    /// The command line, in these words.
    Flag(String),
}

impl Default for Config {
    /// What holds when nothing is said.
    fn default() -> Self {
        let options = Options::default();
        Config {
            levels: options.levels,
            exclude: Vec::new(),
            stubs: Vec::new(),
            min_confidence: Setting { value: options.min_confidence, from: Provenance::Default },
            tests: Setting { value: options.tests, from: Provenance::Default },
            root: PathBuf::new(),
            sources: Sources::default(),
        }
    }
}

impl Config {
    /// The configuration at the root of the workspace around a file or folder; the default if there is none.
    ///
    /// # Errors
    /// When there is no such path, when the configuration cannot be read, or when it says what makes no sense.
    pub fn around(path: &Path) -> Result<Config, Error> {
        Config::read(discover::config::find(path)?)
    }

    /// The configuration in this file, which may also be a manifest with a table for it.
    ///
    /// # Errors
    /// When it cannot be read, or says what makes no sense.
    pub fn in_file(path: &Path) -> Result<Config, Error> {
        Config::read(discover::config::named(path)?)
    }

    /// What the run looks for.
    pub fn options(&self) -> Options {
        Options {
            tests: self.tests.value,
            min_confidence: self.min_confidence.value,
            levels: self.levels.clone(),
            exclude: self.exclude.iter().map(|glob| glob.value.clone()).collect(),
            stubs: self.stubs.iter().map(|stub| stub.value.clone()).collect(),
            ..Options::default()
        }
    }

    fn read(places: Places) -> Result<Config, Error> {
        let mut reader =
            Reader { config: Config { root: places.root, ..Config::default() }, text: FileId(0), problems: Vec::new() };
        let mut is_told = false;
        if let Some(Text { shown, text, .. }) = places.file {
            is_told = true;
            reader.text = reader.config.sources.add(shown, text.as_str());
            match file::read(&text) {
                Ok(file) => reader.file(file),
                Err(mistake) => reader.mistake(mistake),
            }
        }
        if let Some(Text { shown, text, .. }) = places.manifest {
            reader.text = reader.config.sources.add(shown, text.as_str());
            match file::read_manifest(&text) {
                Ok(tables) => {
                    for table in tables {
                        let at = table.span();
                        if is_told {
                            let message = "the configuration stands in two places";
                            let help =
                                format!("keep only one of `{}` and the tables of the manifest", discover::config::FILE);
                            reader.problem(at, message.to_owned(), Some(help));
                        } else {
                            is_told = true;
                            reader.file(table.into_inner());
                        }
                    }
                }
                Err(mistake) => reader.mistake(mistake),
            }
        }
        let Reader { config, problems, .. } = reader;
        match problems.is_empty() {
            true => Ok(config),
            false => Err(Error::Config(Box::new(Problems { sources: config.sources, diagnostics: problems }))),
        }
    }
}

/// A configuration that is being read.
struct Reader {
    config: Config,
    /// The text that it is read from.
    text: FileId,
    problems: Vec<Diagnostic>,
}

impl Reader {
    fn file(&mut self, file: File) {
        self.levels(None, file.levels);
        for table in file.paths {
            if let Some(glob) = self.glob(&table.glob) {
                self.levels(Some(&glob), table.levels);
            }
        }
        for glob in &file.exclude {
            let from = self.provenance(glob.span());
            let value = self.glob(glob);
            self.config.exclude.extend(value.map(|value| Setting { value, from }));
        }
        for path in &file.stubs {
            self.stubs(path);
        }
        if let Some(value) = file.min_confidence {
            let from = self.provenance(value.span());
            self.config.min_confidence = Setting { value: value.into_inner(), from };
        }
        if let Some(value) = file.tests {
            let from = self.provenance(value.span());
            self.config.tests = Setting { value: value.into_inner(), from };
        }
    }

    /// One table of levels. It has no order, so what says less is the weaker.
    fn levels(&mut self, within: Option<&Glob>, table: file::Levels) {
        let mut choices = Vec::new();
        for (name, level) in table {
            match name.get_ref().parse::<Selector>() {
                Ok(what) => {
                    choices.push((what, *level.get_ref(), self.provenance(name.span().start..level.span().end)))
                }
                Err(unknown) => self.problem(name.span(), unknown.message(), Some(unknown.help())),
            }
        }
        choices.sort_by_key(|(what, ..)| *what);
        for (what, level, from) in choices {
            self.config.levels.set(Choice { within: within.cloned(), what, level }, from);
        }
    }

    fn glob(&mut self, text: &Spanned<String>) -> Option<Glob> {
        let glob = Glob::new(&self.config.root, text.get_ref());
        glob.map_err(|reason| self.problem(text.span(), reason, None)).ok()
    }

    /// The stubs that a path or glob leads to.
    fn stubs(&mut self, written: &Spanned<String>) {
        let text = written.get_ref();
        let paths = if text.contains(discover::config::GLOB_CHARACTERS) {
            self.glob(written).map_or(Vec::new(), |glob| {
                let found = discover::config::files(&glob);
                if found.is_empty() {
                    self.problem(written.span(), "no file fits this".to_owned(), None);
                }
                found
            })
        } else {
            vec![self.config.root.join(text)]
        };
        for path in paths {
            let from = self.provenance(written.span());
            match discover::config::read(&path) {
                // Named by two globs, it is the same stub.
                Ok(value) if self.config.stubs.iter().any(|stub| stub.value.path == value.path) => {}
                Ok(value) => self.config.stubs.push(Setting { value, from }),
                Err(Error::Read { path, source }) => {
                    let message = format!("`{}` cannot be read: {source}", path.display());
                    self.problem(written.span(), message, None);
                }
                Err(error) => self.problem(written.span(), error.to_string(), None),
            }
        }
    }

    fn provenance(&self, at: Range<usize>) -> Provenance {
        Provenance::File(self.span(at))
    }

    fn span(&self, at: Range<usize>) -> Span {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file: self.text, start: offset(at.start), end: offset(at.end) }
    }

    fn mistake(&mut self, Mistake { at, message, help }: Mistake) {
        self.problem(at, message, help);
    }

    fn problem(&mut self, at: Range<usize>, message: String, help: Option<String>) {
        let primary = Label { span: self.span(at), text: String::new() };
        self.problems.push(Diagnostic::problem(message, primary, help));
    }
}

#[cfg(test)]
mod tests;
