//! Finds HTTP responses whose bodies are dropped unread, which costs the connection.
//!
//! [`driver::lint`] is the whole of it: paths and options in, a report out. [`Config`] makes options of what a
//! workspace says, [`cli`] is the handle for people, [`render`] shows what was found. Nothing in here prints or ends
//! the process.
//!
//! ```no_run
//! use undrained_lint::driver::{self, Options};
//!
//! let report = driver::lint(&["src".into()], &Options::default())?;
//! for diagnostic in &report.diagnostics {
//!     println!("{}", diagnostic.message);
//! }
//! # Ok::<(), undrained_lint::error::Error>(())
//! ```
//!
//! The modules in the order in which they build on each other: `discover`, `source`, `outline`, `index`, `types`,
//! `lower`, `flow`, `rules` with `diagnostics` and `fixes`, `config`, `analysis`, `render`, `driver`, `fixing`, `cli`.

mod analysis;
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

pub use config::Config;
