//! `cargo xtask ci`: what a change must pass, here and on the server alike.

use std::{process::Stdio, time::Instant};

use crate::{cargo, docs, lint, root, status};

/// Runs all steps, also after one has failed, so that one run tells all that is wrong.
pub fn run() -> u8 {
    let outcomes = [
        ("fmt", component("fmt", &["fmt", "--all", "--check"])),
        ("clippy", component("clippy", &["clippy", "--workspace", "--all-targets", "--", "-Dwarnings"])),
        ("doc", step("doc", docs)),
        ("test", step("test", || status(cargo(&["test", "--workspace", "--no-fail-fast"])))),
        ("clients", step("clients", || docs::run(true))),
        ("lint", step("lint", || lint::run(vec![root().into()]))),
    ];
    println!();
    for (name, outcome) in &outcomes {
        println!("{name:<8}{}", outcome.in_words());
    }
    u8::from(outcomes.iter().any(|(_, outcome)| matches!(outcome, Outcome::Failed)))
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

fn docs() -> u8 {
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
