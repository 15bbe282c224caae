//! `cargo xtask loom`: what the guard does without a lock, in all orders in which two threads can meet.
//!
//! It is compiled in a folder of its own, since the flag changes what all crates are compiled with.

use crate::{cargo, status};

/// Runs the tests that only loom can run.
pub fn run() -> u8 {
    let mut test = cargo(&["test", "--package", "undrained", "--lib", "--features", "enabled", "turns"]);
    test.args(["--target-dir", "target/loom"]).env("RUSTFLAGS", "--cfg loom");
    status(test)
}
