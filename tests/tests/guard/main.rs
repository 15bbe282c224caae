//! The guard on its own: it changes nothing, tells the truth about connections, and tells it once.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::time::Duration;

use http_body_util::BodyExt;
use undrained::{BodyEnded, Builder, Collector, Fate, Guard, Verdict};
use undrained_tests::server::Server;
use undrained_tests::{Client, Error, Protocol};

mod by_hand;
mod cancelled;
mod closing;
mod crowd;
mod fate;
mod ledger;
mod lines;
mod matrix;
mod metrics;
mod model;
mod policy;
mod pressure;
mod scope;
mod site;
mod span;
mod transparency;

/// A server, and a client under a guard that keeps what it sees.
struct Bench {
    server: Server,
    guard: Guard,
    collector: Collector,
    client: Client,
}

impl Bench {
    async fn http1(script: &[&str]) -> Self {
        Self::start(Protocol::Http1, script).await
    }

    async fn start(protocol: Protocol, script: &[&str]) -> Self {
        let server = Server::start(protocol, script).await.unwrap();
        let collector = Collector::default();
        let guard = Guard::builder().reporter(collector.clone()).ignore_env().build();
        let client = undrained_tests::client(&guard, protocol);
        Self { server, guard, collector, client }
    }

    /// The same server with another client, whose guard has settings of its own.
    fn guarded(self, protocol: Protocol, set: impl FnOnce(Builder) -> Builder) -> Self {
        let collector = Collector::default();
        let guard = set(Guard::builder().reporter(collector.clone()).ignore_env()).build();
        let client = undrained_tests::client(&guard, protocol);
        Self { server: self.server, guard, collector, client }
    }

    async fn drop_unread(&self) {
        drop(self.client.get(self.server.uri()).await.unwrap());
    }

    async fn drain(&self) -> Result<(), Error> {
        self.client.get(self.server.uri()).await?.into_body().collect().await?;
        Ok(())
    }

    /// Waits for exactly `count` bodies.
    async fn bodies(&self, count: usize) -> Vec<BodyEnded> {
        let bodies = patiently(self.collector.wait_for_bodies(count)).await;
        assert_eq!(bodies.len(), count, "{bodies:#?}");
        bodies
    }

    /// Waits for one body, and says how it ended.
    async fn ending(&self) -> (Verdict, Option<Fate>) {
        let body = self.bodies(1).await.remove(0);
        (body.verdict, body.fate)
    }

    /// Waits until it is known what became of so many early drops.
    async fn all_dropped_ended(&self, count: usize) {
        patiently(async {
            while self.collector.bodies().iter().filter(|body| body.fate.is_some()).count() < count {
                tokio::task::yield_now().await;
            }
        })
        .await;
    }

    async fn all_connections_ended(&self) {
        patiently(async {
            while self.guard.open_connections() > 0 {
                tokio::task::yield_now().await;
            }
        })
        .await;
    }
}

/// Fails a test that would never end. No test's outcome depends on the time.
async fn patiently<F: Future>(future: F) -> F::Output {
    let patience = Duration::from_secs(30);
    tokio::time::timeout(patience, future).await.expect("it happens at all")
}
