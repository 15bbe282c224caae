//! `cargo xtask demo`: the demo that lives beside the tests.

use crate::{cargo, status};

/// Runs the demo.
pub fn run() -> u8 {
    status(cargo(&["run", "--quiet", "-p", "undrained-tests", "--example", "demo"]))
}
