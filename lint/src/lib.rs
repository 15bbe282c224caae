//! Finds HTTP responses whose bodies are dropped unread, which costs the connection.
//!
//! What a workspace says of how to lint is a [`Config`], [`lint`] takes it and some paths, and what was found is a
//! [`Report`]. Nothing in here prints or ends the process.
//!
//! ```
//! use undrained_lint::{Config, Format, lint};
//!
//! # let folder = std::env::temp_dir().join(format!("undrained-front-door-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder)?;
//! # std::fs::write(folder.join("lib.rs"), "pub fn idle() {}")?;
//! # let mut out = Vec::new();
//! let report = lint(&[&folder], &Config::around(&folder)?)?;
//! report.write(Format::Human, false, &mut out)?;
//! let is_clean = report.findings().next().is_none();
//! # std::fs::remove_dir_all(&folder)?;
//! # assert!(is_clean && out.is_empty() && report.files == 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A program that wants the whole command line, as an `xtask` does, hands it its arguments:
//!
//! ```no_run
//! use std::{env, io, process::ExitCode};
//!
//! fn main() -> ExitCode {
//!     let terminal = io::IsTerminal::is_terminal(&io::stdout());
//!     let code = undrained_lint::cli::run(env::args_os(), &mut io::stdout(), &mut io::stderr(), terminal);
//!     ExitCode::from(code)
//! }
//! ```
//!
//! [`diagnostics`] is what a finding is made of, [`rules`] are those that can make one, [`render`] shows them.
//! The other modules are public because tests and tools of this repository look deeper than others need to.
//!
//! The modules in the order in which they build on each other: `discover`, `source`, `outline`, `index`, `types`,
//! `lower`, `flow`, `rules` with `diagnostics` and `fixes`, `config`, `analysis`, `edit`, `allow`, `baseline`, `render`,
//! `driver`, `fixing`, `cli`.

pub mod allow;
mod analysis;
pub mod baseline;
pub mod cli;
pub mod config;
pub mod diagnostics;
pub mod discover;
pub mod driver;
pub mod edit;
pub mod error;
mod fixes;
pub mod fixing;
mod flow;
mod index;
mod lower;
mod outline;
pub mod render;
pub mod rules;
pub mod source;
mod suggest;
mod types;

use std::path::{Path, PathBuf};

pub use crate::{config::Config, driver::Report, error::Error, render::Format};

/// Lints the files and folders in `paths`. Code that cannot be read is a note in the report.
///
/// # Errors
/// When a path does not exist, a stub that the configuration names makes no sense, or there are no threads to be had.
pub fn lint(paths: &[impl AsRef<Path>], config: &Config) -> Result<Report, Error> {
    let paths: Vec<PathBuf> = paths.iter().map(|path| path.as_ref().to_path_buf()).collect();
    driver::lint(&paths, &config.options())
}
