//! What wears connections out without a loss: bodies that are held, and streams that are reset.

use http_body_util::BodyExt;
use tokio::task::JoinSet;
use undrained::{Closing, ResetsSeen};
use undrained_tests::Protocol;

use crate::{Bench, patiently};

const LARGE: &str = "200 length=65536";

#[tokio::test]
async fn body_that_is_held_makes_the_next_request_open_a_connection() {
    let bench = Bench::http1(&[LARGE]).await;
    let line = line!() + 1;
    let held = bench.client.get(bench.server.uri()).await.unwrap();
    bench.drain().await.unwrap();
    bench.drain().await.unwrap();

    assert!(bench.collector.held().is_empty(), "told by the body itself");
    held.into_body().collect().await.unwrap();
    bench.drain().await.unwrap();
    let events = bench.collector.held();
    assert_eq!(events.len(), 1, "told once: {events:#?}");
    let connection = events[0].response.connection.as_ref().unwrap();
    assert_eq!((connection.id, events[0].opened), (1, 2));
    assert_eq!(events[0].response.site.as_ref().unwrap().location().unwrap().line, Some(line));
    assert_eq!(bench.guard.summary().origins[0].totals.held, 1);
    assert_eq!(bench.server.connections(), 2);
}

#[tokio::test]
async fn bodies_that_are_being_read_are_not_held() {
    let bench = Bench::http1(&["200 length=200 late=50"]).await;
    let mut requests = JoinSet::new();
    for _ in 0..10 {
        let (client, uri) = (bench.client.clone(), bench.server.uri());
        requests.spawn(async move { client.get(uri).await.unwrap().into_body().collect().await.unwrap() });
        // The one before has its head, and waits for its body.
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    requests.join_all().await;
    assert!(bench.server.connections() > 1);
    assert!(bench.collector.held().is_empty(), "{:#?}", bench.collector.held());
}

#[tokio::test]
async fn body_that_had_arrived_whole_holds_nothing() {
    let bench = Bench::http1(&["200 length=200"]).await;
    let held = bench.client.get(bench.server.uri()).await.unwrap();
    bench.drain().await.unwrap();
    assert_eq!(bench.server.connections(), 1);
    assert!(bench.collector.held().is_empty());
    drop(held);
}

/// Drops many responses at once, whose data is still under way.
async fn burst(bench: &Bench, count: usize) {
    let mut requests = JoinSet::new();
    for _ in 0..count {
        let (client, uri) = (bench.client.clone(), bench.server.uri());
        requests.spawn(async move { drop(client.get(uri).await) });
    }
    requests.join_all().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn resets_are_counted_and_told_before_the_goaway_and_with_it() {
    let bench = Bench::start(Protocol::Http2, &[LARGE]).await;
    patiently(async {
        while bench.collector.resets().iter().all(|resets| resets.going_away.is_none()) {
            burst(&bench, 200).await;
        }
    })
    .await;
    let resets = bench.collector.resets();
    let warned = &resets[0];
    assert_eq!((warned.internal, warned.going_away), (ResetsSeen::LIMIT / 2, None));
    let gone = resets.iter().find(|resets| resets.going_away.is_some()).unwrap();
    let going_away = gone.going_away.unwrap();
    assert!(going_away.ours && going_away.code == 11, "too much of something: {going_away:?}");
    // The last of them are counted by h2, and not written any more.
    assert!(gone.internal > warned.internal && gone.internal <= ResetsSeen::LIMIT, "{gone:?}");
    patiently(async {
        while bench.collector.closed().is_empty() {
            tokio::task::yield_now().await;
        }
    })
    .await;
    assert_eq!(bench.collector.closed()[0].closing, Closing::GoAway);
}

#[tokio::test]
async fn streams_that_are_read_are_not_reset() {
    let bench = Bench::start(Protocol::Http2, &[LARGE]).await;
    for _ in 0..50 {
        bench.drain().await.unwrap();
    }
    assert!(bench.collector.resets().is_empty());
    assert_eq!(bench.server.requests(), [50]);
}
