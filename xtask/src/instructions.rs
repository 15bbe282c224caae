//! How many instructions of the processor's a request takes, bare and with the guard, as valgrind counts them.
//!
//! Unlike time they are nearly the same each time, whatever else the machine does. The program that is counted is
//! `tests/off/examples/instructions.rs`; what it does before its first request is taken away by counting two runs of
//! different lengths.

use std::process::Command;

use crate::{cargo, root};

const FEW: u64 = 1000;
const MANY: u64 = 3000;

/// What is counted: how the guard is built, and what is asked of it.
const KINDS: [(&str, &[&str], &[&str]); 2] = [
    ("not enabled", &[], &["bare", "warn"]),
    ("enabled", &["--features", "undrained/enabled"], &["bare", "off", "warn"]),
];

/// Prints the table. Without valgrind it says so.
pub fn run() -> Result<(), String> {
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("instructions are counted where there is valgrind");
        return Ok(());
    }
    println!("{:<24} {:>20} {:>10}", "guard", "instructions/request", "more");
    for (build, features, clients) in KINDS {
        let mut build_it =
            cargo(&["build", "--release", "--quiet", "--package", "undrained-off", "--example", "instructions"]);
        if !build_it.args(features).status().is_ok_and(|status| status.success()) {
            return Err("failed to build the program whose instructions are counted".to_owned());
        }
        let counts = clients.iter().map(|client| per_request(client)).collect::<Result<Vec<_>, _>>()?;
        for (client, count) in clients.iter().zip(&counts) {
            // Whole ones: how a hash table is filled differs a little from run to run.
            let more = (count - counts[0]).round() as i64;
            println!("{:<24} {count:>20.0} {more:>10}", format!("{build}: {client}"));
        }
        if features.is_empty() && counts.iter().any(|count| (count - counts[0]).abs() >= 0.5) {
            return Err("a guard that is not enabled takes instructions".to_owned());
        }
    }
    Ok(())
}

fn per_request(client: &str) -> Result<f64, String> {
    let more = count(client, MANY)?.saturating_sub(count(client, FEW)?);
    Ok(more as f64 / (MANY - FEW) as f64)
}

fn count(client: &str, requests: u64) -> Result<u64, String> {
    let program = root().join("target/release/examples/instructions");
    let mut valgrind = Command::new("valgrind");
    valgrind
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .arg(client)
        .arg(requests.to_string());
    let output = valgrind.output().map_err(|error| format!("failed to start valgrind: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let collected = said.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
    collected.ok_or_else(|| format!("valgrind has counted nothing: {said}"))
}
