//! `cargo xtask ci`: what a change must pass, here and on the server alike.

use std::time::Instant;

use crate::{cargo, lint, root, status};

/// Runs all steps, also after one has failed, so that one run tells all that is wrong.
pub fn run() -> u8 {
    let passed = [
        step("fmt", || status(cargo(&["fmt", "--all", "--check"]))),
        step("clippy", || {
            status(cargo(&[
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-Dwarnings",
            ]))
        }),
        step("doc", || {
            let mut doc = cargo(&["doc", "--workspace", "--no-deps"]);
            doc.env("RUSTDOCFLAGS", "-Dwarnings");
            status(doc)
        }),
        step("test", || status(cargo(&["test", "--workspace"]))),
        step("lint", || lint::run(vec![root().into()])),
    ];
    u8::from(passed.contains(&false))
}

/// Runs a step and tells how it went and how long it took.
fn step(name: &str, run: impl FnOnce() -> u8) -> bool {
    println!("== {name}");
    let start = Instant::now();
    let code = run();
    let seconds = start.elapsed().as_secs_f64();
    println!("== {name}: exit code {code}, {seconds:.1} s");
    code == 0
}
