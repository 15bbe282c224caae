//! Identity, counters and size of the ledger.

use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use undrained::{ConnectionSeen, Fate, LegacyClient};

use crate::Bench;

fn connections(bench: &Bench) -> Vec<ConnectionSeen> {
    let responses = bench.collector.responses();
    responses.into_iter().map(|seen| seen.connection.unwrap()).collect()
}

#[tokio::test]
async fn reused_connection_keeps_its_id_and_counts() {
    let bench = Bench::http1(&["200 length=65536"]).await;
    for _ in 0..3 {
        bench.drain().await.unwrap();
    }
    let seen = connections(&bench);
    assert_eq!(seen.iter().map(|seen| (seen.id, seen.nth)).collect::<Vec<_>>(), [(1, 1), (1, 2), (1, 3)]);
    assert_eq!(seen.iter().map(ConnectionSeen::reused).collect::<Vec<_>>(), [false, true, true]);
    assert_eq!(seen.iter().map(|seen| seen.idle.is_some()).collect::<Vec<_>>(), [false, true, true]);
    assert_eq!(bench.server.requests(), [3]);
}

#[tokio::test]
async fn transport_is_known_where_it_is_timed() {
    let bench = Bench::http1(&["200 length=9"]).await;
    let timed = bench.guard.transport(HttpConnector::new());
    let timed: LegacyClient<_, Full<Bytes>> = bench.guard.client(&Client::builder(TokioExecutor::new()), timed);
    timed.get(bench.server.uri()).await.unwrap().into_body().collect().await.unwrap();
    bench.drain().await.unwrap();
    let opened = bench.collector.opened();
    assert!(opened[0].transport.is_some_and(|transport| !transport.is_zero() && transport <= opened[0].connect));
    assert_eq!(opened[1].transport, None);
}

#[tokio::test]
async fn idle_time_runs_from_the_end_of_the_last_body() {
    let bench = Bench::http1(&["200 length=200"]).await;
    bench.drain().await.unwrap();
    let pause = Duration::from_millis(20);
    tokio::time::sleep(pause).await;
    bench.drain().await.unwrap();
    assert!(connections(&bench)[1].idle.unwrap() >= pause);
}

#[tokio::test]
async fn lost_connection_is_followed_by_a_new_one() {
    let bench = Bench::http1(&["200 length=65536"]).await;
    bench.drop_unread().await;
    bench.bodies(1).await;
    bench.drain().await.unwrap();
    assert_eq!(connections(&bench).iter().map(|seen| (seen.id, seen.nth)).collect::<Vec<_>>(), [(1, 1), (2, 1)]);
}

#[tokio::test]
async fn ledger_does_not_grow_with_connections_that_are_gone() {
    let bench = Bench::http1(&["200 length=65536"]).await;
    for lost in 1..=50 {
        bench.drop_unread().await;
        bench.bodies(lost).await;
    }
    assert_eq!(bench.server.connections(), 50);
    bench.all_connections_ended().await;
}

#[tokio::test]
async fn flush_reports_what_is_not_known_and_only_once() {
    let bench = Bench::http1(&["200 length=200"]).await;
    bench.drop_unread().await;
    bench.guard.flush();
    assert_eq!(bench.bodies(1).await[0].fate, Some(Fate::Unknown));

    bench.guard.flush();
    bench.drain().await.unwrap();
    assert_eq!(bench.bodies(2).await[1].fate, None, "the second body is the drained one");
}

#[tokio::test]
async fn guards_count_for_themselves() {
    let first = Bench::http1(&["200 length=200"]).await;
    let second = Bench::http1(&["200 length=200"]).await;
    first.drain().await.unwrap();
    second.drain().await.unwrap();
    assert_eq!((first.guard.open_connections(), second.guard.open_connections()), (1, 1));
    assert_eq!(connections(&second)[0].id, 1);
}
