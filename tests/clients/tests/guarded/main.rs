//! Clients that are heavier than hyper-util's, under guard against the server: what the guard says and what it counted.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::time::Duration;

use undrained::{BodyEnded, Builder, Collector, Fate, Guard, Verdict};
use undrained_tests::Protocol;
use undrained_tests::server::Server;

mod blocking;
mod follow_redirect;
mod matrix;
mod middleware;
mod reqwest;
mod reqwest_0_12;
mod retry;
mod ureq;

const LARGE: &str = "200 length=65536";
const SMALL: &str = "200 length=200";

/// Long enough for a connection to come back to the pool or be closed.
const PAUSE: Duration = Duration::from_millis(100);

/// A server, and a guard that keeps what it sees.
struct Bench {
    server: Server,
    guard: Guard,
    collector: Collector,
}

impl Bench {
    async fn start(script: &[&str]) -> Self {
        Self::with(Protocol::Http1, script, |guard| guard).await
    }

    async fn with(protocol: Protocol, script: &[&str], set: impl FnOnce(Builder) -> Builder) -> Self {
        let server = Server::start(protocol, script).await.unwrap();
        let collector = Collector::default();
        let guard = set(Guard::builder().reporter(collector.clone()).ignore_env()).build();
        Self { server, guard, collector }
    }

    fn url(&self) -> String {
        self.server.uri().to_string()
    }

    /// Verdicts and fates so far.
    fn endings(&self) -> Vec<(Verdict, Option<Fate>)> {
        self.collector.bodies().iter().map(|body| (body.verdict, body.fate)).collect()
    }

    /// Waits for exactly `count` bodies.
    async fn bodies(&self, count: usize) -> Vec<BodyEnded> {
        let patience = Duration::from_secs(30);
        let bodies = tokio::time::timeout(patience, self.collector.wait_for_bodies(count)).await;
        let bodies = bodies.expect("it happens at all");
        assert_eq!(bodies.len(), count, "{bodies:#?}");
        bodies
    }
}

/// Whether the guard has an end for each body, and no loss or survival that the server did not see.
fn agree(bench: &Bench, survived: usize) {
    let endings = bench.endings();
    let seen = endings.iter().filter(|(_, fate)| *fate == Some(Fate::Survived)).count();
    assert_eq!(seen, survived, "{endings:?}");
    let requests: usize = bench.server.requests().iter().sum();
    assert_eq!(requests - bench.server.connections(), survived, "{:?}", bench.server.requests());
}
