//! Why a run could not take place: usage, configuration and IO.
//!
//! Code that cannot be read is never an [`Error`]; it is a note beside the findings, and the run goes on.
//! Each text fits after "failed to"; the cause is in [`source()`](std::error::Error::source).

use std::{fmt, io, path::PathBuf};

use crate::{diagnostics::Diagnostic, edit::WriteError, source::Sources};

/// Why a run could not take place.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A path that was asked for is not there, or may not be looked at.
    #[error("open `{}`, check that the path is spelled right", path.display())]
    Path {
        /// As it was given.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file that says how to lint cannot be read.
    #[error("read `{}`, check that it is there and is text", path.display())]
    Read {
        /// As it is shown.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A baseline cannot be read.
    #[error("read the baseline `{path}`, which `--write-baseline {path}` writes", path = path.display())]
    Baseline {
        /// As it was given.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A package was asked for that is not there.
    #[error("find a package `{name}` here{}", help.as_ref().map(|help| format!(", {help}")).unwrap_or_default())]
    Package {
        /// As it was given.
        name: String,
        /// What may have been meant.
        help: Option<String>,
    },
    /// Which lines were changed cannot be told.
    #[error("find the lines that were changed: {0}")]
    Changed(String),
    /// A file cannot be changed.
    #[error(transparent)]
    Edit(#[from] WriteError),
    /// The configuration, or a stub that it names, says what makes no sense.
    #[error("use the configuration: {0}")]
    Config(Box<Problems>),
    /// A glob on the command line makes no sense.
    #[error("use the glob `{glob}`: {reason}")]
    Glob {
        /// As it was given.
        glob: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The text of a file is not to be had.
    #[error("read the text of the file from the standard input, which has to be UTF-8")]
    Stdin(#[source] io::Error),
    /// The process stands in a folder that was removed or is closed to it.
    #[error("find the current folder, run the command in a folder that exists")]
    CurrentDir(#[source] io::Error),
    /// `--dump` is asked for something else than it can show.
    #[error("dump `{0}`, write `--dump flow FUNCTION`")]
    Dump(String),
    /// Something is to be explained that is neither a rule nor a client.
    #[error("explain `{what}`, there is no rule and no client of that name{}{help}", if help.is_empty() { "" } else { ": " })]
    Explain {
        /// As it was given.
        what: String,
        /// What may have been meant; may be empty.
        help: String,
    },
    /// The system gave no threads.
    #[error("start the worker threads, try again with `RAYON_NUM_THREADS=1`")]
    Threads(#[source] rayon::ThreadPoolBuildError),
    /// The command behind `--then` cannot be started.
    #[error("start `{command}`, check that it is installed and spelled right")]
    Start {
        /// Its name.
        command: String,
        /// What the system said.
        source: io::Error,
    },
    /// `init` was not told what to set up, and there is nobody to ask.
    #[error("choose what to set up, name it with flags such as `--config`, or write `--all`")]
    Unchosen,
    /// There is no package to set something up for.
    #[error("find a `Cargo.toml` in `{}` or above, run the command in a package or workspace", .0.display())]
    NoManifest(PathBuf),
    /// A file that is to be changed is not understood.
    #[error("change `{}`: {reason}", path.display())]
    Change {
        /// As it is shown.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A report or another file that was asked for cannot be written.
    #[error("write `{}`, check that its folder is there and may be written to", path.display())]
    Output {
        /// As it was given.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Files are to be changed where git knows of changes that would be mixed with them.
    #[error("fix files beside changes that are not committed, commit them or add `--allow-dirty`: {}", listed(.0))]
    Dirty(
        /// As git names them.
        Vec<PathBuf>,
    ),
    /// Nobody can be told what was found.
    #[error("write the findings, check the disk or the command that reads them")]
    Write(#[source] io::Error),
}

/// What is wrong with texts that say how to lint. There is at least one problem.
#[derive(Debug)]
pub struct Problems {
    /// The texts that the diagnostics point into.
    pub sources: Sources,
    /// What is wrong, as errors.
    pub diagnostics: Vec<Diagnostic>,
}

impl fmt::Display for Problems {
    /// The first problem and where it is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(first) = self.diagnostics.first() else { return Ok(()) };
        if let Some(label) = &first.primary {
            let (line, _) = self.sources.line_column(label.span);
            write!(f, "{}:{line}: ", self.sources.path(label.span.file).display())?;
        }
        f.write_str(&first.message)
    }
}

/// The first few of some files.
fn listed(files: &[PathBuf]) -> String {
    const MOST: usize = 5;
    let shown: Vec<String> = files.iter().take(MOST).map(|file| format!("`{}`", file.display())).collect();
    let rest = files.len().saturating_sub(MOST);
    shown.join(", ") + &if rest > 0 { format!(" and {rest} more") } else { String::new() }
}

/// What happened and why, in one line.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(&format!(": {error}"));
        cause = error.source();
    }
    text
}
