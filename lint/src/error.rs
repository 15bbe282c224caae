//! Why a run could not take place: usage and IO.
//!
//! Code that cannot be read is never an [`Error`]; it is a note beside the findings, and the run goes on.
//! Each text fits after "failed to"; the cause is in [`source()`](std::error::Error::source).

use std::{io, path::PathBuf};

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
    /// The process stands in a folder that was removed or is closed to it.
    #[error("find the current folder, run the command in a folder that exists")]
    CurrentDir(#[source] io::Error),
    /// `--dump` is asked for something else than it can show.
    #[error("dump `{0}`, write `--dump flow FUNCTION`")]
    Dump(String),
    /// The system gave no threads.
    #[error("start the worker threads, try again with `RAYON_NUM_THREADS=1`")]
    Threads(#[source] rayon::ThreadPoolBuildError),
    /// Nobody can be told what was found.
    #[error("write the findings, check the disk or the command that reads them")]
    Write(#[source] io::Error),
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
