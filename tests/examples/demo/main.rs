//! Runs a client that drops its responses and one that reads them, and shows what each judge says.
//!
//! ```sh
//! cargo run -p undrained-tests --example demo
//! ```
//!
//! The two clients are the files beside this one. Nothing that is printed is written down here: the
//! guard's lines come from the guard, and the server counts its connections itself.

use std::fmt;
use std::io::IsTerminal;

use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use undrained::{Collector, Fate, Guard, TracingReporter};
use undrained_tests::server::Server;
use undrained_tests::{Client, Error, Protocol};

mod fixed;
mod leaky;

// On one thread a connection is back in the pool before the next request wants it. With more, a
// request sent in the same instant may miss it, which is no fault of the client that is shown.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::DEBUG)
        .without_time()
        .with_ansi(std::io::stdout().is_terminal())
        .finish()
        .with(Targets::new().with_target("undrained", tracing::Level::DEBUG))
        .init();

    println!("leaky.rs");
    let leaky = watch(async |client, uri| leaky::run(client, uri).await).await?;
    println!("\nfixed.rs");
    let fixed = watch(async |client, uri| fixed::run(client, uri).await).await?;

    println!("\n{:<10}{:<28}{:<30}server", "", "lint", "guard");
    for (name, source, observed) in
        [("leaky.rs", include_str!("leaky.rs"), leaky), ("fixed.rs", include_str!("fixed.rs"), fixed)]
    {
        let lint = lint_verdict(source).to_string();
        let guard = observed.guard();
        let plural = if observed.connections == 1 { "" } else { "s" };
        let server = format!("{} connection{plural}", observed.connections);
        println!("{name:<10}{lint:<28}{guard:<30}{server}");
    }
    Ok(())
}

/// What was seen of one client from outside.
struct Observed {
    responses: usize,
    reused: usize,
    lost: usize,
    connections: usize,
}

impl Observed {
    fn guard(&self) -> String {
        let Self { responses, reused, lost, .. } = self;
        format!("{reused} of {responses} reused, {lost} lost")
    }
}

/// Runs a client under guard against a server of its own.
async fn watch(run: impl AsyncFn(&Client, http::Uri) -> Result<(), Error>) -> Result<Observed, Error> {
    let server = Server::start(Protocol::Http1, &["200 length=65536"]).await?;
    let collector = Collector::default();
    let guard = Guard::with_reporter((TracingReporter::default(), collector.clone()));
    let client = undrained_tests::client(&guard, Protocol::Http1);

    run(&client, server.uri()).await?;
    // The last connection's end is seen a moment after the client is done.
    let responses = collector.responses();
    let bodies = collector.wait_for_bodies(responses.len()).await;
    guard.flush();

    let connections = responses.iter().filter_map(|response| response.connection.as_ref());
    Ok(Observed {
        responses: responses.len(),
        reused: connections.filter(|connection| connection.reused()).count(),
        lost: bodies.iter().filter(|body| body.fate == Some(Fate::Lost)).count(),
        connections: server.connections(),
    })
}

/// The linter's column, until the demo asks the linter.
struct NotLinted;

impl fmt::Display for NotLinted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not run")
    }
}

fn lint_verdict(_source: &str) -> NotLinted {
    NotLinted
}
