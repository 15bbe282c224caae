//! reqwest, async.

use std::sync::Arc;
use std::time::Duration;

use http::header::CONNECTION;
use http::{Method, StatusCode, Version};
use undrained::{Closing, DrainOutcome, Fate, Guard, Policy, Reporter, Verdict};
use undrained_tests::Protocol;

use crate::{Bench, LARGE, PAUSE, SMALL, agree};

fn client(bench: &Bench) -> reqwest::Client {
    bench.guard.reqwest(reqwest::Client::builder()).build().unwrap()
}

#[tokio::test]
async fn response_is_the_same_as_without_the_guard() {
    let bench = Bench::start(&["404 length=11"]).await;
    let plain = reqwest::get(bench.url() + "items?page=1").await.unwrap();
    let guarded = bench.guard.send(client(&bench).get(bench.url() + "items?page=1")).await.unwrap();
    assert_eq!(guarded.url(), plain.url());
    assert_eq!(guarded.remote_addr(), plain.remote_addr());
    assert_eq!(guarded.content_length(), plain.content_length());
    assert_eq!((guarded.status(), guarded.version()), (plain.status(), plain.version()));
    assert_eq!(guarded.headers(), plain.headers());
    assert_eq!(guarded.bytes().await.unwrap(), plain.bytes().await.unwrap());
}

#[tokio::test]
async fn errors_of_requests_are_the_clients_own() {
    let bench = Bench::start(&[SMALL]).await;
    assert!(bench.guard.send(client(&bench).get("no url")).await.unwrap_err().is_builder());
    assert!(bench.guard.send(client(&bench).get("http://127.0.0.1:1/")).await.unwrap_err().is_connect());
}

#[tokio::test]
async fn drop_has_survived_when_the_address_serves_again() {
    let bench = Bench::start(&[SMALL]).await;
    let client = client(&bench);
    for _ in 0..3 {
        drop(bench.guard.send(client.get(bench.url())).await.unwrap());
        tokio::time::sleep(PAUSE).await;
    }
    agree(&bench, 2);
    let seen: Vec<_> = bench.collector.responses().iter().map(|seen| seen.connection.clone().unwrap().nth).collect();
    assert_eq!(seen, [1, 2, 3]);
}

#[tokio::test]
async fn lost_connection_is_unknown_and_replaced() {
    let bench = Bench::start(&[LARGE]).await;
    let client = client(&bench);
    for _ in 0..3 {
        drop(bench.guard.send(client.get(bench.url())).await.unwrap());
        tokio::time::sleep(PAUSE).await;
    }
    agree(&bench, 0);
    assert_eq!(bench.server.connections(), 3);
    let bodies = bench.bodies(2).await;
    assert_eq!(bodies.iter().map(|body| body.fate).collect::<Vec<_>>(), [Some(Fate::Unknown); 2]);
    assert_eq!(bodies.iter().map(|body| body.replaced_by).collect::<Vec<_>>(), [Some(2), Some(3)]);
    assert!(bodies[0].site.as_ref().unwrap().to_string().contains("guarded/reqwest.rs:"));
    assert!(bodies[0].response.site.as_ref().unwrap().to_string().contains("guarded/reqwest.rs:"));
}

#[tokio::test]
async fn guard_ends_with_its_clients_and_tells_what_it_still_knows() {
    let Bench { server, guard, collector } = Bench::start(&[LARGE]).await;
    let client = guard.reqwest(reqwest::Client::builder()).build().unwrap();
    drop(guard.send(client.get(server.uri().to_string())).await.unwrap());
    assert_eq!(collector.bodies().len(), 0);
    drop(guard);
    assert_eq!(collector.closed().len(), 0, "the client has the guard as well");
    drop(client);
    assert_eq!(collector.closed().iter().map(|closed| closed.closing).collect::<Vec<_>>(), [Closing::Unwatched]);
    assert_eq!(collector.bodies()[0].fate, Some(Fate::Unknown));
}

#[tokio::test]
async fn memory_of_a_guard_is_given_back() {
    struct Held(#[expect(dead_code, reason = "it is held")] Arc<()>);
    impl Reporter for Held {}

    let held = Arc::new(());
    let bench = Bench::start(&[SMALL]).await;
    let guard = Guard::with_reporter(Held(Arc::clone(&held)));
    let client = guard.reqwest(reqwest::Client::builder()).build().unwrap();
    guard.send(client.get(bench.url())).await.unwrap().bytes().await.unwrap();
    drop((guard, client));
    assert_eq!(Arc::strong_count(&held), 1);
}

#[tokio::test]
async fn nothing_is_counted_where_the_policy_is_off() {
    let bench = Bench::with(Protocol::Http1, &[SMALL], |guard| guard.policy(Policy::Off)).await;
    drop(bench.guard.send(client(&bench).get(bench.url())).await.unwrap());
    assert_eq!((bench.guard.open_connections(), bench.collector.opened().len()), (0, 0));
}

#[tokio::test]
async fn partly_read_body_tells_how_much() {
    let bench = Bench::start(&[LARGE]).await;
    let mut response = bench.guard.send(client(&bench).get(bench.url())).await.unwrap();
    let read = response.chunk().await.unwrap().unwrap().len() as u64;
    drop(response);
    bench.guard.flush();
    let body = bench.bodies(1).await.remove(0);
    assert_eq!((body.verdict, body.read, body.left), (Verdict::PartlyRead, read, Some(65536 - read)));
}

#[tokio::test]
async fn nothing_is_blamed_where_nothing_is_owed() {
    for (method, script) in [
        (Method::HEAD, LARGE),
        (Method::GET, "204"),
        (Method::GET, "304"),
        (Method::GET, "200 length=0"),
        (Method::GET, "200 length=65536 close"),
        (Method::GET, "200 length=65536 http/1.0"),
        (Method::GET, "200 until-close=65536"),
    ] {
        let bench = Bench::start(&[script]).await;
        drop(bench.guard.send(client(&bench).request(method, bench.url())).await.unwrap());
        assert_eq!(bench.endings(), [(Verdict::Exempt, None)], "{script}");
    }
    let bench = Bench::start(&[LARGE]).await;
    drop(bench.guard.send(client(&bench).get(bench.url()).header(CONNECTION, "close")).await.unwrap());
    assert_eq!(bench.endings(), [(Verdict::Exempt, None)]);
}

#[tokio::test]
async fn stream_of_http2_is_reset() {
    let bench = Bench::with(Protocol::Http2, &[LARGE], |guard| guard).await;
    let builder = reqwest::Client::builder().http2_prior_knowledge();
    let client = bench.guard.reqwest(builder).build().unwrap();
    for _ in 0..2 {
        drop(bench.guard.send(client.get(bench.url())).await.unwrap());
    }
    assert_eq!(bench.endings(), [(Verdict::Unread, Some(Fate::Reset)); 2]);
    assert_eq!(bench.collector.responses()[0].version, Version::HTTP_2);
    assert_eq!(bench.server.requests(), [2]);
}

#[tokio::test]
async fn policy_drains_in_the_background() {
    for script in ["200 length=200000", "200 chunked=15 late=20"] {
        let policy = Policy::drain(256 * 1024, Duration::from_millis(50));
        let bench = Bench::with(Protocol::Http1, &[script], |guard| guard.policy(policy)).await;
        let client = client(&bench);
        for _ in 0..3 {
            drop(bench.guard.send(client.get(bench.url())).await.unwrap());
            tokio::time::sleep(PAUSE).await;
        }
        agree(&bench, 2);
        assert!(bench.bodies(2).await.iter().all(|body| body.drained.unwrap().outcome == DrainOutcome::Complete));
    }
}

#[tokio::test]
async fn helper_drains_within_limits() {
    let bench = Bench::start(&["200 chunked=100000", "200 length=1000000"]).await;
    let client = client(&bench);
    let second = Duration::from_secs(1);
    let drained = undrained::reqwest::drain(bench.guard.send(client.get(bench.url())).await.unwrap(), 200_000, second);
    assert_eq!(drained.await.outcome, DrainOutcome::Complete);
    // Any response will do, under guard or not.
    let drained = undrained::reqwest::drain(client.get(bench.url()).send().await.unwrap(), 200_000, second).await;
    assert_eq!((drained.outcome, drained.bytes), (DrainOutcome::TooLong, 0));
    assert_eq!(bench.server.requests(), [2]);
    assert_eq!(bench.endings(), [(Verdict::Drained, None)]);
}

#[tokio::test]
async fn redirected_request_goes_by_where_it_went() {
    let bench = Bench::start(&["302 to=/there length=30000", LARGE]).await;
    let response = bench.guard.send(client(&bench).get(bench.url() + "here")).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    response.bytes().await.unwrap();
    let seen = bench.collector.responses().remove(0);
    assert_eq!(&*seen.path, "/there");
    // What the redirect cost is counted by the server and not seen from here.
    assert_eq!((bench.server.connections(), bench.collector.opened().len()), (2, 2));
}

#[tokio::test]
async fn client_that_is_not_watched_tells_verdicts_and_no_fates() {
    let bench = Bench::start(&[SMALL]).await;
    let client = reqwest::Client::new();
    for _ in 0..2 {
        drop(bench.guard.send(client.get(bench.url())).await.unwrap());
        tokio::time::sleep(PAUSE).await;
    }
    assert_eq!(bench.endings(), [(Verdict::Unread, Some(Fate::Unknown)); 2]);
}
