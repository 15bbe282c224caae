//! `cargo xtask mutate`: does anything notice when a stub lies?
//!
//! Each word that a function of a stub says of bodies is taken out in turn, each pool is said to have nothing to lose,
//! each function that only looks at a body drains it instead, and each that hands one on loses sight of it
//! ([`mod@mutants`]). With every such mutant the fixtures and the ways of the clients are linted as text
//! ([`mod@corpus`]); if the findings are the same as without it, it survives. One that comes to the same as the stub is
//! written down ([`mod@accepted`]).
//! Nothing of the repository is written, and nothing is built.

mod accepted;
mod corpus;
mod mutants;

use std::{
    env, fs, process,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use self::{
    accepted::{ACCEPTED, Accepted},
    corpus::{Corpus, Findings, Run},
    mutants::{Mutant, mutants},
};
use crate::{root, stubs};

/// Those whose ways are run against a server.
const CLIENTS: [&str; 10] =
    ["awc", "hyper", "hyper_0_14", "hyper_util", "isahc", "reqwest", "reqwest_middleware", "surf", "ureq", "ureq_2"];

/// Tries the stubs of `crates`, by the names of their files, or all of the clients that can be run. With `ways` the
/// fixtures are left out: what they notice is no matter of what was measured.
pub fn run(crates: &[String], ways: bool) -> u8 {
    let names: Vec<String> = if crates.is_empty() {
        CLIENTS.map(str::to_owned).to_vec()
    } else {
        crates.iter().map(|name| name.replace('-', "_")).collect()
    };
    let folder = env::temp_dir().join(format!("undrained-mutate-{}", process::id()));
    let scores = Corpus::write(&folder, !ways).and_then(|corpus| {
        let scores = names.iter().map(|name| Ok((name.as_str(), try_all(name, &corpus)?)));
        scores.collect::<Result<Vec<_>, String>>()
    });
    // What stays behind of a temporary folder does no harm.
    let _ = fs::remove_dir_all(&folder);
    match scores {
        Ok(scores) => {
            println!();
            for (name, Score { noticed, accepted, all, .. }) in &scores {
                let accepted = if *accepted > 0 { format!(", {accepted} come to the same") } else { String::new() };
                println!("{name:<20}{noticed:>4} of {all} noticed{accepted}");
            }
            u8::from(!scores.iter().all(|(_, score)| score.is_clean()))
        }
        Err(error) => {
            eprintln!("error: {error}");
            2
        }
    }
}

/// What became of the mutants of a stub.
#[derive(Default)]
struct Score {
    noticed: usize,
    /// Not noticed, which is as it is written down.
    accepted: usize,
    all: usize,
    /// What is written down and is not so.
    stale: usize,
}

impl Score {
    fn is_clean(&self) -> bool {
        self.noticed + self.accepted == self.all && self.stale == 0
    }
}

fn try_all(name: &str, corpus: &Corpus) -> Result<Score, String> {
    let stub = format!("clients/{name}.rs");
    let path = root().join("lint").join(&stub);
    let text = fs::read_to_string(&path).map_err(|error| format!("failed to read {}: {error}", path.display()))?;
    let mutants = mutants(&text).map_err(|error| format!("failed to parse {}: {error}", path.display()))?;
    let krate = text.split_once("krate = \"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or(name);
    let runs = corpus.about(&those_that_name(krate)?);
    let expected = runs.iter().map(|run| run.findings(&[])).collect::<Result<Vec<_>, String>>()?;
    let is_noticed = in_parallel(&mutants, |mutant| {
        let mut changed = text.clone();
        changed.replace_range(mutant.range.clone(), &mutant.instead);
        is_noticed(&runs, &expected, &[(stub.clone(), changed)])
    })?;

    let mut score = Score { all: mutants.len(), ..Score::default() };
    let describes = |accepted: &Accepted, mutant: &Mutant| {
        accepted.stub == name && accepted.function == mutant.function && accepted.what == mutant.what
    };
    for (mutant, is_noticed) in mutants.iter().zip(&is_noticed) {
        let accepted = ACCEPTED.iter().find(|accepted| describes(accepted, mutant));
        let line = text[..mutant.range.start].lines().count();
        let say = |how: &str| println!("lint/{stub}:{line}: {} in `{}` {how}", mutant.what, mutant.function);
        match (is_noticed, accepted) {
            (true, None) => score.noticed += 1,
            (false, None) => say("is not noticed"),
            (false, Some(accepted)) => {
                score.accepted += 1;
                say(&format!("comes to the same: {}", accepted.reason));
            }
            (true, Some(_)) => {
                score.noticed += 1;
                score.stale += 1;
                say("is noticed: it does not come to the same");
            }
        }
    }
    for accepted in ACCEPTED.iter().filter(|accepted| accepted.stub == name) {
        if !mutants.iter().any(|mutant| describes(accepted, mutant)) {
            score.stale += 1;
            println!("lint/{stub}: {} in `{}` is accepted, but is no mutant", accepted.what, accepted.function);
        }
    }
    Ok(score)
}

/// A crate, and those whose stubs name it: what is written about them is about it, too.
fn those_that_name(krate: &str) -> Result<Vec<String>, String> {
    let path = format!("{krate}::");
    let others = stubs::stubs()?.into_iter().filter(|stub| stub.text.contains(&path)).map(|stub| stub.krate);
    Ok(others.chain([krate.to_owned()]).collect())
}

/// Does any run find something else than it should?
fn is_noticed(runs: &[Run], expected: &[Findings], stubs: &[(String, String)]) -> Result<bool, String> {
    for (run, expected) in runs.iter().zip(expected) {
        if run.findings(stubs)? != *expected {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Asks about each item, on all cores: one lint leaves them idle half of the time.
fn in_parallel<T: Sync>(items: &[T], ask: impl Fn(&T) -> Result<bool, String> + Sync) -> Result<Vec<bool>, String> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut answers = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return answers };
            answers.push((at, ask(item)));
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut answers: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker does not panic")).collect()
    });
    answers.sort_by_key(|(at, _)| *at);
    answers.into_iter().map(|(_, answer)| answer).collect()
}
