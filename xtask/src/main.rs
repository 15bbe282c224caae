//! Chores of this repository: `cargo xtask <task>`. One file a task.

mod bench;
mod ci;
mod demo;
mod docs;
mod instructions;
mod lint;
mod loom;
mod mutate;
mod stubs;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use clap::Parser;

/// The one that `cargo-undrained` has, so that `bench` measures what is used, and parses with the same.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Chores of this repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Compare the time of a lint with the time to parse the same files
    Bench {
        /// Folders to measure, each on its own; this repository if there are none
        folders: Vec<PathBuf>,
        /// Instead, what requests cost with the guard and without it
        #[arg(long, conflicts_with = "folders")]
        guard: bool,
        /// Lint one folder and print the peak of memory
        #[arg(long, hide = true)]
        child: bool,
    },
    /// Run all checks that a change must pass
    Ci,
    /// Show lint and guard on one small program
    Demo,
    /// Write `docs/clients.md` and `docs/rules.md`, which tell what the stubs and the rules say, and the JSON schema of
    /// the configuration
    Docs {
        /// Write nothing, but fail if one would be another
        #[arg(long)]
        check: bool,
    },
    /// Run `cargo undrained lint` as it stands in this repository
    #[command(disable_help_flag = true)]
    Lint {
        /// What `cargo undrained lint` takes
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<OsString>,
    },
    /// Try what the guard does without a lock in all orders in which two threads can meet
    Loom,
    /// Change the stubs in small ways, and tell which changes no fixture, program or way notices
    Mutate {
        /// Leave the fixtures out: which changes does no way notice?
        #[arg(long)]
        ways: bool,
        /// Stubs, by the names of their files; those of the clients that are run if there are none
        crates: Vec<String>,
    },
    /// Compare the stubs with the crates that they describe
    Stubs {
        /// All of them, in all ranges of versions
        #[arg(long)]
        all: bool,
        /// Tell why something is not checked
        #[arg(long)]
        reasons: bool,
        /// Crates, in all ranges of versions; the most common clients in their newest if there are none
        crates: Vec<String>,
    },
}

fn main() -> ExitCode {
    let code = match Task::parse() {
        Task::Bench { guard: true, .. } => bench::guard(),
        Task::Bench { folders, child: true, .. } => bench::child(folders.into_iter().next().unwrap_or_default()),
        Task::Bench { folders, .. } => bench::run(folders),
        Task::Ci => ci::run(),
        Task::Demo => demo::run(),
        Task::Docs { check } => docs::run(check),
        Task::Lint { args } => lint::run(args),
        Task::Loom => loom::run(),
        Task::Mutate { ways, crates } => mutate::run(&crates, ways),
        Task::Stubs { all, reasons, crates } => stubs::run(&stubs::Options { all, crates, reasons }),
    };
    ExitCode::from(code)
}

/// The folder of this repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package is a folder of the repository")
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
        Ok(status) => status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(2),
        Err(error) => {
            eprintln!("error: failed to start {command:?}: {error}");
            2
        }
    }
}
