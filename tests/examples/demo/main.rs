//! Lints two small clients, runs them under guard against a server that counts connections, and shows what each of
//! the three says.
//!
//! ```sh
//! cargo xtask demo
//! ```
//!
//! The clients are the files beside this one: `leaky.rs` drops its responses, `fixed.rs` reads them. Nothing that is
//! printed about them is written down here, and the exit code tells whether the three agree.

use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use http::Uri;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use undrained::{Collector, Fate, Guard, TracingReporter};
use undrained_lint::diagnostics::Diagnostic;
use undrained_lint::driver::{self, Options};
use undrained_lint::render::human;
use undrained_tests::server::Server;
use undrained_tests::{Client, Error, Protocol};

mod fixed;
mod leaky;
mod lines;

const LEAKY: &str = "leaky.rs";
const FIXED: &str = "fixed.rs";

/// Far longer than it takes to see the end of a connection on the loopback.
const PATIENCE: Duration = Duration::from_secs(2);

// On one thread a connection is back in the pool before the next request wants it. With more, a
// request sent in the same instant may miss it, which is no fault of the client that is shown.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode, Error> {
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::DEBUG)
        .with_ansi(io::stdout().is_terminal())
        .event_format(lines::Short)
        .finish()
        .with(Targets::new().with_target("undrained", tracing::Level::DEBUG))
        .init();

    title("1. What the lint says, from the source alone");
    let [leaky_lint, fixed_lint] = lint([LEAKY, FIXED])?;

    title("2. What the guard sees when they run");
    let (leaky_guard, leaky_server) = watch(LEAKY, async |client, uri| leaky::run(client, uri).await).await?;
    let (fixed_guard, fixed_server) = watch(FIXED, async |client, uri| fixed::run(client, uri).await).await?;

    title("3. What the server counted");
    println!("{LEAKY}: {leaky_server}");
    println!("{FIXED}: {fixed_server}\n");

    title("Do they agree?");
    println!("{:<10}{:<15}{:<24}server", "", "lint", "guard");
    let leaky = compare(LEAKY, leaky_lint, leaky_guard, leaky_server);
    let fixed = compare(FIXED, fixed_lint, fixed_guard, fixed_server);
    println!();
    Ok(match (leaky, fixed) {
        (Some(true), Some(false)) => {
            println!("All three agree: {LEAKY} loses connections, {FIXED} does not.");
            ExitCode::SUCCESS
        }
        _ => {
            println!("This is not as it should be: {LEAKY} loses connections, {FIXED} does not.");
            ExitCode::FAILURE
        }
    })
}

fn title(text: &str) {
    println!("{text}\n{}\n", "-".repeat(text.len()));
}

/// Prints what the three say of one client, and returns whether it loses connections if they agree on it.
fn compare(name: &str, lint: Lint, guard: Seen, server: Counted) -> Option<bool> {
    let verdicts = [lint.finds_fault(), guard.finds_fault(), server.finds_fault()];
    let agree = verdicts.iter().all(|verdict| *verdict == verdicts[0]);
    // Formatted first, so that the columns have their widths.
    let (lint, guard, server) = (lint.to_string(), guard.to_string(), server.to_string());
    println!("{name:<10}{lint:<15}{guard:<24}{server:<30}{}", if agree { "agree" } else { "DISAGREE" });
    agree.then_some(verdicts[0])
}

/// The rules that a file breaks.
struct Lint(Vec<&'static str>);

impl Lint {
    fn finds_fault(&self) -> bool {
        !self.0.is_empty()
    }
}

impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { f.write_str("silent") } else { f.write_str(&self.0.join(", ")) }
    }
}

/// Lints files beside this one and prints what is found.
fn lint<const N: usize>(names: [&str; N]) -> Result<[Lint; N], Error> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/demo");
    let paths: Vec<PathBuf> = names.iter().map(|name| folder.join(name)).collect();
    let options = Options { tests: true, ..Options::default() };
    let report = driver::lint(&paths, &options)?;

    let mut out = io::stdout().lock();
    let mut lints = Vec::new();
    for name in names {
        let is_here = |diagnostic: &&Diagnostic| {
            let file = diagnostic.primary.as_ref().map(|label| report.sources.path(label.span.file));
            file.is_some_and(|file| file.ends_with(name))
        };
        let found: Vec<Diagnostic> = report.diagnostics.iter().filter(is_here).cloned().collect();
        human::write(&report.sources, &found, out.is_terminal(), &mut out)?;
        if found.is_empty() {
            writeln!(out, "{name}: nothing to report\n")?;
        }
        lints.push(Lint(found.iter().filter_map(|diagnostic| diagnostic.rule).collect()));
    }
    Ok(lints.try_into().unwrap_or_else(|_| unreachable!("one for each name")))
}

/// What the guard saw of one client.
struct Seen {
    responses: usize,
    reused: usize,
    lost: usize,
}

impl Seen {
    fn finds_fault(&self) -> bool {
        self.lost > 0
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { responses, reused, lost } = self;
        write!(f, "{reused} of {responses} reused, {lost} lost")
    }
}

/// What the server counted: requests by connection.
struct Counted(Vec<usize>);

impl Counted {
    fn finds_fault(&self) -> bool {
        self.0.len() > 1
    }
}

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (requests, connections) = (self.0.iter().sum::<usize>(), self.0.len());
        let plural = if connections == 1 { "" } else { "s" };
        write!(f, "{requests} requests, {connections} connection{plural}")
    }
}

/// Runs a client under guard against a server of its own.
async fn watch(name: &str, run: impl AsyncFn(&Client, Uri) -> Result<(), Error>) -> Result<(Seen, Counted), Error> {
    println!("{name}");
    let server = Server::start(Protocol::Http1, &["200 length=65536"]).await?;
    let collector = Collector::default();
    let guard = Guard::with_reporter((TracingReporter::default(), collector.clone()));
    let client = undrained_tests::client(&guard, Protocol::Http1);

    run(&client, server.uri()).await?;
    // The last connection's end is seen a moment after the client is done. If it lives on, what a drop did to it
    // would only show at the next request, so the wait has an end and `flush` closes the books.
    let responses = collector.responses();
    let _ = tokio::time::timeout(PATIENCE, collector.wait_for_bodies(responses.len())).await;
    guard.flush();
    let (bodies, counted) = (collector.bodies(), Counted(server.requests()));
    // Connections that live on end with their client. The collector hears of it last.
    drop(client);
    let all_closed = async {
        while collector.closed().len() < collector.opened().len() {
            tokio::task::yield_now().await;
        }
    };
    let _ = tokio::time::timeout(PATIENCE, all_closed).await;
    println!();

    let connections = responses.iter().filter_map(|response| response.connection.as_ref());
    let seen = Seen {
        responses: responses.len(),
        reused: connections.filter(|connection| connection.reused()).count(),
        lost: bodies.iter().filter(|body| body.fate == Some(Fate::Lost)).count(),
    };
    Ok((seen, counted))
}
