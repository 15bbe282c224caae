//! `cargo xtask ci`: what a change must pass, here and on the server alike.

use std::{
    env,
    process::{Command, Stdio},
    time::Instant,
};

use crate::{cargo, docs, lint, root, status};

/// Runs all steps, also after one has failed, so that one run tells all that is wrong.
pub fn run() -> u8 {
    let heavy = heavy();
    let clippy = [&["clippy", "--workspace", "--all-targets"], heavy, &["--", "-Dwarnings"]].concat();
    let test = [&["test", "--workspace", "--no-fail-fast"], heavy].concat();
    let outcomes = [
        ("fmt", component("fmt", &["fmt", "--all", "--check"])),
        ("clippy", component("clippy", &clippy)),
        ("rustdoc", step("rustdoc", rustdoc)),
        ("test", step("test", || status(cargo(&test)))),
        // Alone, so that no other package enables the guard for it.
        ("off", step("off", || status(cargo(&["test", "--package", "undrained-off"])))),
        ("docs", step("docs", || docs::run(true))),
        ("lint", step("lint", || lint::run(vec![root().into()]))),
    ];
    println!();
    for (name, outcome) in &outcomes {
        println!("{name:<8}{}", outcome.in_words());
    }
    u8::from(outcomes.iter().any(|(_, outcome)| matches!(outcome, Outcome::Failed)))
}

/// What turns on what is compiled from C, where there is a compiler for it.
fn heavy() -> &'static [&'static str] {
    let mut compiler = Command::new(env::var_os("CC").unwrap_or("cc".into()));
    compiler.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    match compiler.status() {
        Ok(found) if found.success() => &["--features", "undrained-heavy/isahc,undrained-heavy/tls"],
        _ => {
            println!("there is no C compiler: isahc and TLS are left out");
            &[]
        }
    }
}

/// How a step went.
enum Outcome {
    Passed,
    Failed,
    Skipped,
}

impl Outcome {
    fn in_words(&self) -> &'static str {
        match self {
            Outcome::Passed => "passed",
            Outcome::Failed => "FAILED",
            Outcome::Skipped => "skipped: this toolchain does not have it",
        }
    }
}

fn rustdoc() -> u8 {
    let mut doc = cargo(&["doc", "--workspace", "--no-deps"]);
    doc.env("RUSTDOCFLAGS", "-Dwarnings");
    status(doc)
}

/// A step that needs a part of the toolchain that not everybody installs.
fn component(name: &str, args: &[&str]) -> Outcome {
    let mut probe = cargo(&[name, "--version"]);
    probe.stdout(Stdio::null()).stderr(Stdio::null());
    match probe.status() {
        Ok(found) if found.success() => step(name, || status(cargo(args))),
        _ => Outcome::Skipped,
    }
}

/// Runs a step and tells how it went and how long it took.
fn step(name: &str, run: impl FnOnce() -> u8) -> Outcome {
    println!("== {name}");
    let start = Instant::now();
    let code = run();
    let seconds = start.elapsed().as_secs_f64();
    println!("== {name}: exit code {code}, {seconds:.1} s");
    if code == 0 { Outcome::Passed } else { Outcome::Failed }
}
