//! `cargo undrained`. All that it does is in the library; here it meets the terminal.

use std::{
    env,
    io::{self, BufWriter, IsTerminal},
    process::ExitCode,
};

/// Syntax trees are many small objects between few large ones; the system's allocator takes twice the time for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let terminal = io::stdout().is_terminal();
    let mut out = BufWriter::new(io::stdout().lock());
    let code = undrained_lint::cli::run(env::args_os(), &mut out, &mut io::stderr(), terminal);
    ExitCode::from(code)
}
