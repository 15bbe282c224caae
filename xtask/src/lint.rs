//! `cargo xtask lint`: the linter as it stands, without installing it.

use std::{
    ffi::OsString,
    io::{self, BufWriter, IsTerminal},
};

/// Runs `cargo undrained lint` in this process.
pub fn run(args: Vec<OsString>) -> u8 {
    let command = ["cargo-undrained", "lint"].map(OsString::from).into_iter();
    let terminal = io::stdout().is_terminal();
    let mut out = BufWriter::new(io::stdout().lock());
    undrained_lint::cli::run(command.chain(args), &mut out, &mut io::stderr(), terminal)
}
