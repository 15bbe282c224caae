//! What a person reads.

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::Request;
use http::header::AUTHORIZATION;
use http_body_util::Full;
use tower_service::Service;
use tracing_subscriber::fmt::MakeWriter;
use undrained::{Collector, Guard, Policy, TracingReporter};
use undrained_tests::Protocol;
use undrained_tests::server::Server;

use crate::patiently;

/// Collects what a subscriber writes.
#[derive(Clone, Default)]
pub(crate) struct Output(Arc<Mutex<Vec<u8>>>);

impl Output {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    /// The one line that has `part` in it.
    fn line(&self, part: &str) -> String {
        let text = self.text();
        let lines: Vec<_> = text.lines().filter(|line| line.contains(part)).collect();
        assert_eq!(lines.len(), 1, "{part:?} in {text}");
        lines[0].to_owned()
    }
}

impl io::Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Output {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// The lines about one dropped response to `script`, and the debug output of the events.
async fn dropped(protocol: Protocol, script: &str, policy: Policy) -> (Output, String) {
    let output = Output::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(output.clone())
        .finish();
    let _default = tracing::subscriber::set_default(subscriber);

    let server = Server::start(protocol, &[script]).await.unwrap();
    let collector = Collector::default();
    let reporter = (TracingReporter::default(), collector.clone());
    let guard = Guard::builder().reporter(reporter).policy(policy).build();
    let client = undrained_tests::client(&guard, protocol);
    let authority = server.uri().authority().unwrap().clone();
    let request = Request::get(format!("http://user:secret@{authority}/items?token=secret"))
        .header(AUTHORIZATION, "secret")
        .body(Full::from("secret"))
        .unwrap();
    drop(client.request(request).await.unwrap());
    drop(client);
    let bodies = patiently(collector.wait_for_bodies(1)).await;
    guard.flush();
    (output, format!("{:?} {bodies:?}", collector.responses()))
}

#[tokio::test]
async fn response_tells_whether_its_connection_was_reused() {
    let (output, _) = dropped(Protocol::Http1, "204", Policy::Warn).await;
    let line = output.line("conn was reused: false");
    for part in ["DEBUG undrained", "conn=1", "nth=1", "url.path=/items", "http.response.status_code=204"] {
        assert!(line.contains(part), "{part} in {line}");
    }
    assert!(!output.text().contains("body dropped"), "there was nothing to drop");
}

#[tokio::test]
async fn lost_connection_is_a_warning_with_all_there_is_to_know() {
    let (output, _) = dropped(Protocol::Http1, "503 length=65536", Policy::Warn).await;
    let line = output.line("body dropped unread, connection lost");
    for part in [
        "WARN undrained",
        "http.request.method=GET",
        "server.address=\"127.0.0.1\"",
        "server.port=",
        "url.path=/items",
        "http.response.status_code=503",
        "read=0",
        "left=65536",
        "conn=1",
        "nth=1",
        "guard/lines.rs:",
        "guard::lines::dropped",
        "requested_at=tests/tests/guard/lines.rs:",
        "fate=lost",
        "reconnect_cost=",
        "help=",
    ] {
        assert!(line.contains(part), "{part} in {line}");
    }
}

#[tokio::test]
async fn reset_stream_is_no_warning() {
    let (output, _) = dropped(Protocol::Http2, "200 length=65536", Policy::Warn).await;
    assert!(output.line("body dropped unread, stream reset").contains("INFO undrained"));
}

#[tokio::test]
async fn observing_is_quiet() {
    let (output, _) = dropped(Protocol::Http1, "200 length=65536", Policy::Observe).await;
    assert!(output.line("connection lost").contains("DEBUG undrained"));
}

#[tokio::test]
async fn nothing_secret_is_written_anywhere() {
    let (output, events) = dropped(Protocol::Http1, "200 length=65536", Policy::Warn).await;
    let ours: String = output.text().lines().filter(|line| line.contains(" undrained")).collect();
    assert!(ours.contains("connection lost"), "{ours}");
    assert!(!ours.contains("secret") && !ours.contains("user"), "{ours}");
    assert!(!events.contains("secret") && !events.contains("user"), "{events}");
}

/// Runs `lose` under a guard that writes, and returns what it wrote.
async fn written(interval: Duration, lose: impl AsyncFn(&undrained_tests::Client, http::Uri)) -> Output {
    let output = Output::default();
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(output.clone()).finish();
    let _default = tracing::subscriber::set_default(subscriber);
    let server = Server::start(Protocol::Http1, &["200 length=65536"]).await.unwrap();
    let collector = Collector::default();
    let guard = Guard::with_reporter((TracingReporter::new(interval), collector.clone()));
    let client = undrained_tests::client(&guard, Protocol::Http1);
    for lost in 1..=5 {
        lose(&client, server.uri()).await;
        patiently(collector.wait_for_bodies(lost)).await;
    }
    guard.flush();
    output
}

#[tokio::test]
async fn drops_that_say_the_same_are_written_once_and_counted() {
    let hour = Duration::from_secs(3600);
    let output = written(hour, async |client, uri| drop(client.get(uri).await.unwrap())).await;
    let text = output.text();
    let lines: Vec<_> = text.lines().filter(|line| line.contains("connection lost")).collect();
    assert_eq!(lines.len(), 2, "the first, and at the end one for the others: {text}");
    assert!(!lines[0].contains("repeated=") && lines[1].contains("repeated=3"), "{text}");
}

#[tokio::test]
async fn drops_at_other_places_are_written_each() {
    let hour = Duration::from_secs(3600);
    let turn = std::cell::Cell::new(0);
    let output = written(hour, async |client, uri| {
        let response = client.get(uri).await.unwrap();
        turn.set(turn.get() + 1);
        match turn.get() % 2 {
            0 => drop(response),
            _ => std::mem::drop(response.into_body()),
        }
    })
    .await;
    // One for each place at once, and at the end one for each that was held back.
    assert_eq!(output.text().matches("connection lost").count(), 4);
}

#[tokio::test]
async fn lines_come_again_after_a_while() {
    let output = written(Duration::ZERO, async |client, uri| drop(client.get(uri).await.unwrap())).await;
    assert_eq!(output.text().matches("connection lost").count(), 5);
}

#[tokio::test]
async fn line_says_how_to_learn_more() {
    let hour = Duration::from_secs(3600);
    let by_method = written(hour, async |client, uri| drop(client.get(uri).await.unwrap())).await;
    assert!(!by_method.text().contains("more="), "both places are known");
    let by_trait = written(hour, async |client, uri| {
        let request = Request::get(uri).body(Full::default()).unwrap();
        drop(client.clone().call(request).await.unwrap());
    });
    assert!(by_trait.await.text().contains(r#"more="UNDRAINED=sites=full tells where it was requested""#));
}

#[tokio::test]
async fn summary_is_a_table_with_the_price_and_the_worst_sites() {
    let server = Server::start(Protocol::Http1, &["200 length=65536"]).await.unwrap();
    let collector = Collector::default();
    let guard = Guard::with_reporter(collector.clone());
    let client = undrained_tests::client(&guard, Protocol::Http1);
    for lost in 1..=2 {
        drop(client.get(server.uri()).await.unwrap());
        patiently(collector.wait_for_bodies(lost)).await;
    }
    let summary = guard.summary();
    let totals = &summary.origins[0].totals;
    assert_eq!((totals.responses, totals.reused, totals.opened, totals.lost), (2, 0, 2, 2));
    let connects = collector.opened().iter().map(|opened| opened.connect).sum::<Duration>();
    assert_eq!(totals.price, connects);
    assert_eq!((summary.sites.len(), summary.sites[0].lost, summary.sites[0].price), (1, 2, connects));

    let table = summary.to_string();
    let row = table.lines().nth(1).unwrap();
    assert!(row.contains(&format!("http://{}", server.uri().authority().unwrap())), "{table}");
    assert!(row.contains(&format!("{connects:.1?}")) && row.contains("0 %"), "{table}");
    assert!(table.contains("2 of 2 drops lost a connection") && table.contains("guard/lines.rs:"), "{table}");
}
