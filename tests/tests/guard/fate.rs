//! What became of a connection: observed, in whatever order things happen, and never guessed.

use std::time::Duration;

use http::header::CONNECTION;
use http::{Method, Request, StatusCode, Version};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use undrained::{Fate, GuardedBody, Verdict};
use undrained_tests::Protocol;

use crate::{Bench, patiently};

const LARGE: &str = "200 length=65536";

async fn large_drop_is_lost() {
    let bench = Bench::http1(&[LARGE]).await;
    for lost in 1..=3 {
        bench.drop_unread().await;
        let bodies = bench.bodies(lost).await;
        let body = bodies.last().unwrap();
        assert_eq!((body.verdict, body.fate), (Verdict::Unread, Some(Fate::Lost)));
        assert_eq!((body.read, body.left), (0, Some(65536)));
        assert_eq!(bench.server.connections(), lost);
    }
}

#[tokio::test]
async fn large_drop_is_lost_on_one_thread() {
    large_drop_is_lost().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn large_drop_is_lost_on_several_threads() {
    large_drop_is_lost().await;
}

#[tokio::test]
async fn partly_read_body_tells_how_much_was_left() {
    let bench = Bench::http1(&["200 length=1000000"]).await;
    let mut response = bench.client.get(bench.server.uri()).await.unwrap();
    let read = response.frame().await.unwrap().unwrap().into_data().unwrap().len() as u64;
    drop(response);

    let body = bench.bodies(1).await.remove(0);
    assert_eq!((body.verdict, body.fate), (Verdict::PartlyRead, Some(Fate::Lost)));
    assert_eq!((body.read, body.left), (read, Some(1_000_000 - read)));
}

#[tokio::test]
async fn length_of_a_chunked_body_is_not_known() {
    let bench = Bench::http1(&["200 chunked=200 late=60000"]).await;
    bench.drop_unread().await;
    assert_eq!(bench.bodies(1).await[0].left, None);
}

#[tokio::test]
async fn next_response_on_the_connection_shows_that_it_survived() {
    let bench = Bench::http1(&["200 length=200"]).await;
    bench.drop_unread().await;
    assert!(bench.collector.bodies().is_empty(), "nothing is known yet");
    bench.drain().await.unwrap();

    let bodies = bench.bodies(2).await;
    assert_eq!((bodies[0].verdict, bodies[0].fate), (Verdict::Unread, Some(Fate::Survived)));
    assert_eq!((bodies[1].verdict, bodies[1].fate), (Verdict::Drained, None));
    assert_eq!(bench.server.requests(), [2]);
}

#[tokio::test]
async fn response_that_outlives_the_next_one_has_survived() {
    let bench = Bench::http1(&["200 length=200"]).await;
    let held = bench.client.get(bench.server.uri()).await.unwrap();
    bench.drain().await.unwrap();
    drop(held);

    let held = bench.bodies(2).await.remove(1);
    assert_eq!((held.verdict, held.fate), (Verdict::Unread, Some(Fate::Survived)));
    assert_eq!(bench.server.connections(), 1);
}

#[tokio::test]
async fn http2_drop_resets_the_stream_and_keeps_the_connection() {
    let bench = Bench::start(Protocol::Http2, &[LARGE]).await;
    bench.drop_unread().await;
    bench.drop_unread().await;

    for body in bench.bodies(2).await {
        assert_eq!((body.verdict, body.fate), (Verdict::Unread, Some(Fate::Reset)));
    }
    assert_eq!(bench.server.requests(), [2]);
}

#[tokio::test]
async fn announced_close_is_never_blamed_when_the_drop_comes_first() {
    let bench = Bench::http1(&["200 length=65536 close"]).await;
    bench.drop_unread().await;
    assert_eq!(bench.ending().await, (Verdict::Exempt, None));
}

#[tokio::test]
async fn announced_close_is_never_blamed_when_the_close_comes_first() {
    let bench = Bench::http1(&["200 length=200 close"]).await;
    let response = bench.client.get(bench.server.uri()).await.unwrap();
    bench.all_connections_ended().await;
    drop(response);
    assert_eq!(bench.ending().await, (Verdict::Exempt, None));
}

#[tokio::test]
async fn silent_close_before_the_drop_is_not_its_consequence() {
    let bench = Bench::http1(&["200 length=200 cut=200"]).await;
    let response = bench.client.get(bench.server.uri()).await.unwrap();
    bench.all_connections_ended().await;
    drop(response);
    assert_eq!(bench.ending().await, (Verdict::Unread, Some(Fate::Unknown)));
}

#[tokio::test]
async fn silent_close_after_the_drop_is_not_its_consequence() {
    let bench = Bench::http1(&["200 length=200"]).await;
    bench.drop_unread().await;
    let Bench { server, client: _client, collector, .. } = bench;
    drop(server);
    let bodies = patiently(collector.wait_for_bodies(1)).await;
    assert_eq!(bodies[0].fate, Some(Fate::Unknown));
}

#[tokio::test]
async fn client_that_is_dropped_ends_its_connections_itself() {
    let bench = Bench::http1(&["200 length=200"]).await;
    let response = bench.client.get(bench.server.uri()).await.unwrap();
    let (_kept_head, body) = response.into_parts();
    drop(body);
    let Bench { client, server: _server, collector, .. } = bench;
    drop(client);
    let bodies = patiently(collector.wait_for_bodies(1)).await;
    assert_eq!(bodies[0].fate, Some(Fate::Unknown));
}

/// A bench whose client has pool settings of its own.
async fn with_pool(script: &str, set: impl FnOnce(&mut legacy::Builder)) -> Bench {
    let mut bench = Bench::http1(&[script]).await;
    let mut builder = legacy::Client::builder(TokioExecutor::new());
    set(builder.pool_timer(TokioTimer::new()));
    bench.client = bench.guard.client(&builder, HttpConnector::new());
    bench
}

#[tokio::test]
async fn idle_expiry_is_not_a_loss() {
    let expires = Duration::from_millis(20);
    let bench = with_pool("200 length=200", |builder| {
        builder.pool_idle_timeout(expires);
    })
    .await;
    bench.drop_unread().await;
    assert_eq!(bench.ending().await, (Verdict::Unread, Some(Fate::Unknown)));
}

#[tokio::test]
async fn without_a_pool_there_is_nothing_to_lose() {
    let bench = with_pool(LARGE, |builder| {
        builder.pool_max_idle_per_host(0);
    })
    .await;
    bench.drop_unread().await;
    assert_eq!(bench.ending().await, (Verdict::Unread, Some(Fate::Unknown)));
}

#[tokio::test]
async fn failed_body_is_not_blamed() {
    let bench = Bench::http1(&["200 length=1000 cut=100"]).await;
    bench.drain().await.unwrap_err();
    assert_eq!(bench.ending().await, (Verdict::Failed, None));
}

#[tokio::test]
async fn cancelled_read_is_a_drop() {
    let bench = Bench::http1(&["200 length=200 late=60000"]).await;
    let response = bench.client.get(bench.server.uri()).await.unwrap();
    let read = tokio::time::timeout(Duration::from_millis(1), response.into_body().collect());
    assert!(read.await.is_err());
    assert_eq!(bench.ending().await, (Verdict::Unread, Some(Fate::Lost)));
}

#[tokio::test]
async fn body_that_is_taken_out_is_no_longer_watched() {
    let bench = Bench::http1(&[LARGE]).await;
    let response = bench.client.get(bench.server.uri()).await.unwrap();
    drop(response.map(GuardedBody::into_inner));
    bench.all_connections_ended().await;
    assert!(bench.collector.bodies().is_empty());
}

#[tokio::test]
async fn responses_without_a_body_are_exempt() {
    for script in ["204", "304", "200 length=0", "200 until-close=10", "200 length=10 http/1.0"] {
        let bench = Bench::http1(&[script]).await;
        bench.drop_unread().await;
        assert_eq!(bench.ending().await, (Verdict::Exempt, None), "{script}");
    }
}

async fn ending_of(request: http::request::Builder) -> (Verdict, Option<Fate>) {
    let bench = Bench::http1(&[LARGE]).await;
    let request = request.uri(bench.server.uri()).body(Full::default()).unwrap();
    drop(bench.client.request(request).await.unwrap());
    bench.ending().await
}

#[tokio::test]
async fn requests_that_want_no_body_or_no_connection_are_exempt() {
    let exempt = (Verdict::Exempt, None);
    assert_eq!(ending_of(Request::builder().method(Method::HEAD)).await, exempt);
    assert_eq!(ending_of(Request::builder().header(CONNECTION, "x, Close")).await, exempt);
    assert_eq!(ending_of(Request::builder().version(Version::HTTP_10)).await, exempt);
}

#[tokio::test]
async fn status_and_version_are_reported() {
    let bench = Bench::http1(&["404 length=10"]).await;
    bench.drop_unread().await;
    let seen = bench.collector.responses().remove(0);
    assert_eq!((seen.status, seen.version), (StatusCode::NOT_FOUND, Version::HTTP_11));
    assert_eq!(seen.method, Method::GET);
}
