//! Chores of this repository. `cargo xtask lint` is `cargo undrained lint`, in the version that `Cargo.lock` has.

use std::{
    env,
    io::{self, IsTerminal},
    process::ExitCode,
};

fn main() -> ExitCode {
    let (out, err) = (&mut io::stdout(), &mut io::stderr());
    let code = undrained_lint::cli::run(env::args_os(), out, err, io::stdout().is_terminal());
    ExitCode::from(code)
}
