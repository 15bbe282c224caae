//! `cargo undrained`. All that it does is in the library; here it meets the terminal.

use std::{
    env,
    io::{self, BufWriter, IsTerminal},
    process::ExitCode,
};

use undrained_lint::cli::{self, Terminals};

/// Syntax trees are many small objects between few large ones; the system's allocator takes twice the time for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let terminals = Terminals {
        out: io::stdout().is_terminal(),
        links: supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
        width: terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0.into()),
        err: io::stderr().is_terminal() && env::var_os("TERM").is_none_or(|term| term != "dumb"),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let code = cli::run_on(env::args_os(), &mut out, &mut io::stderr(), terminals);
    ExitCode::from(code)
}
