//! What a person reads.

use std::io;
use std::sync::{Arc, Mutex};

use http::Request;
use http::header::AUTHORIZATION;
use http_body_util::Full;
use tracing_subscriber::fmt::MakeWriter;
use undrained::{Collector, Guard, Level, TracingReporter};
use undrained_tests::Protocol;
use undrained_tests::server::Server;

use crate::patiently;

/// Collects what a subscriber writes.
#[derive(Clone, Default)]
struct Output(Arc<Mutex<Vec<u8>>>);

impl Output {
    fn text(&self) -> String {
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
async fn dropped(protocol: Protocol, script: &str, level: Level) -> (Output, String) {
    let output = Output::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(output.clone())
        .finish();
    let _default = tracing::subscriber::set_default(subscriber);

    let server = Server::start(protocol, &[script]).await.unwrap();
    let collector = Collector::default();
    let guard = Guard::with_reporter((TracingReporter::new(level), collector.clone()));
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
    let (output, _) = dropped(Protocol::Http1, "204", Level::Warn).await;
    let line = output.line("conn was reused: false");
    for part in ["DEBUG undrained", "conn=1", "nth=1", "path=/items", "status=204"] {
        assert!(line.contains(part), "{part} in {line}");
    }
    assert!(!output.text().contains("body dropped"), "there was nothing to drop");
}

#[tokio::test]
async fn lost_connection_is_a_warning_with_all_there_is_to_know() {
    let (output, _) = dropped(Protocol::Http1, "503 length=65536", Level::Warn).await;
    let line = output.line("body dropped unread, connection lost");
    for part in [
        "WARN undrained",
        "method=GET",
        "origin=http://127.0.0.1:",
        "path=/items",
        "status=503",
        "read=0",
        "left=65536",
        "conn=1",
        "nth=1",
        "guard/lines.rs:",
        "guard::lines::dropped",
        "fate=lost",
        "reconnect_cost=",
        "help=",
    ] {
        assert!(line.contains(part), "{part} in {line}");
    }
}

#[tokio::test]
async fn reset_stream_is_no_warning() {
    let (output, _) = dropped(Protocol::Http2, "200 length=65536", Level::Warn).await;
    assert!(output.line("body dropped unread, stream reset").contains("INFO undrained"));
}

#[tokio::test]
async fn observing_is_quiet() {
    let (output, _) = dropped(Protocol::Http1, "200 length=65536", Level::Observe).await;
    assert!(output.line("connection lost").contains("DEBUG undrained"));
}

#[tokio::test]
async fn nothing_secret_is_written_anywhere() {
    let (output, events) = dropped(Protocol::Http1, "200 length=65536", Level::Warn).await;
    let ours: String = output.text().lines().filter(|line| line.contains(" undrained")).collect();
    assert!(ours.contains("connection lost"), "{ours}");
    assert!(!ours.contains("secret") && !ours.contains("user"), "{ours}");
    assert!(!events.contains("secret") && !events.contains("user"), "{events}");
}
