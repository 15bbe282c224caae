//! How a run is to be done: what the configuration says, and what a command line says instead.
//!
//! `file` is the configuration as it is written, `read` makes a [`Config`] of it, [`Levels`] is what it says of rules,
//! and `show` prints the effective values with the origin of each. Files are found and read by [`discover::config`]; nothing in here opens one itself.
//!
//! A value is taken from the first of these that has it: a flag, the configuration, the default.

mod file;
mod levels;
mod read;
#[cfg(feature = "schema")]
mod schema;
mod show;

use std::path::{Path, PathBuf};

pub use levels::{Choice, Level, Levels, Selector, UnknownSelector};
#[cfg(feature = "schema")]
pub use schema::schema;

use crate::{
    diagnostics::Confidence,
    discover::{self, Glob, config::Text},
    driver::Options,
    error::Error,
    source::{Sources, Span},
};

/// How a run is to be done, and who said so.
///
/// ```no_run
/// use undrained_lint::{Config, lint};
///
/// let config = Config::around("src".as_ref())?;
/// println!("{config}");
/// let report = lint(&["src"], &config)?;
/// # Ok::<(), undrained_lint::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    /// Which rules are told, where, and how loudly.
    pub levels: Levels,
    /// Files and folders in which nothing is to be told.
    pub exclude: Vec<Setting<Glob>>,
    /// Stubs beside those that come with the program.
    pub stubs: Vec<Setting<Text>>,
    /// The file of findings that are known and not told, as an absolute path.
    pub baseline: Option<Setting<PathBuf>>,
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
            baseline: None,
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
        read::read(discover::config::find(path)?)
    }

    /// The configuration in this file, which may also be a manifest with a table for it.
    ///
    /// # Errors
    /// When it cannot be read, or says what makes no sense.
    pub fn in_file(path: &Path) -> Result<Config, Error> {
        read::read(discover::config::named(path)?)
    }

    /// What the run looks for.
    pub fn options(&self) -> Options {
        Options {
            tests: self.tests.value,
            min_confidence: self.min_confidence.value,
            levels: self.levels.clone(),
            exclude: self.exclude.iter().map(|glob| glob.value.clone()).collect(),
            stubs: self.stubs.iter().map(|stub| stub.value.clone()).collect(),
            baseline: self.baseline.as_ref().map(|baseline| discover::read::as_shown(&baseline.value)),
            ..Options::default()
        }
    }
}

#[cfg(test)]
mod tests;
