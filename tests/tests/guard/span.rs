//! The span of a request.

use http_body_util::BodyExt;
use tracing_subscriber::fmt::format::FmtSpan;
use undrained::Guard;
use undrained_tests::Protocol;
use undrained_tests::server::Server;

use crate::lines::Output;

/// What is written when the spans of one request close, whose body is read if `read` says so.
async fn closed(spans: bool, read: bool) -> String {
    let output = Output::default();
    let subscriber = tracing_subscriber::fmt()
        .with_span_events(FmtSpan::CLOSE)
        .with_ansi(false)
        .with_writer(output.clone())
        .finish();
    let _default = tracing::subscriber::set_default(subscriber);
    let server = Server::start(Protocol::Http1, &["200 length=65536"]).await.unwrap();
    let guard = Guard::builder().ignore_env();
    let guard = if spans { guard.spans() } else { guard }.build();
    let uri = format!("{}items?token=secret", server.uri()).parse().unwrap();
    let response = undrained_tests::client(&guard, Protocol::Http1).get(uri).await.unwrap();
    assert!(output.text().is_empty(), "it lasts as long as the body: {}", output.text());
    if read {
        response.into_body().collect().await.unwrap();
    } else {
        drop(response);
    }
    output.text()
}

#[tokio::test]
async fn request_is_a_span_up_to_the_end_of_its_body() {
    let text = closed(true, true).await;
    for part in [
        r#"http.client.request{otel.name="GET" otel.kind="client" http.request.method="GET" server.address="127.0.0.1""#,
        r#"url.scheme="http" url.path="/items" http.response.status_code=200 network.protocol.version="1.1""#,
        "undrained.conn=1 undrained.reused=false undrained.verdict=drained undrained.read=65536",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("secret"), "{text}");
}

#[tokio::test]
async fn span_of_a_body_that_is_dropped_does_not_wait_for_the_fate_of_its_connection() {
    let text = closed(true, false).await;
    assert!(text.contains("undrained.verdict=unread undrained.read=0"), "{text}");
}

#[tokio::test]
async fn there_are_no_spans_unless_they_are_asked_for() {
    assert_eq!(closed(false, true).await, "");
}
