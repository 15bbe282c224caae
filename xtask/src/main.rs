//! Chores of this repository: `cargo xtask <task>`. One file a task.

mod ci;
mod demo;
mod lint;

use std::{
    ffi::OsString,
    path::Path,
    process::{Command, ExitCode},
};

use clap::Parser;

/// Chores of this repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Run all checks that a change must pass
    Ci,
    /// Show lint and guard on one small program
    Demo,
    /// Run `cargo undrained lint` as it stands in this repository
    #[command(disable_help_flag = true)]
    Lint {
        /// What `cargo undrained lint` takes
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<OsString>,
    },
}

fn main() -> ExitCode {
    let code = match Task::parse() {
        Task::Ci => ci::run(),
        Task::Demo => demo::run(),
        Task::Lint { args } => lint::run(args),
    };
    ExitCode::from(code)
}

/// The folder of this repository.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The Cargo that runs this task, in the folder of the repository.
fn cargo(args: &[&str]) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.args(args).current_dir(root());
    cargo
}

/// Runs a command and passes its exit code on; 2 when there is none.
fn status(mut command: Command) -> u8 {
    match command.status() {
        Ok(status) => status
            .code()
            .and_then(|code| u8::try_from(code).ok())
            .unwrap_or(2),
        Err(error) => {
            eprintln!("error: failed to start {command:?}: {error}");
            2
        }
    }
}
