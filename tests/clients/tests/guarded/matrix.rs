//! reqwest with each kind of response: the guard's word against the server's count. It may not know, but not be wrong.

use std::time::Duration;

use tokio::task::JoinSet;
use undrained::{Fate, Verdict};

use crate::{Bench, PAUSE};

#[derive(Clone, Copy, Debug)]
enum Way {
    DropNow,
    HoldAndDrop,
    Read,
    ReadOneChunk,
    ReadForAMoment,
    ErrorForStatus,
}

const WAYS: [Way; 6] =
    [Way::DropNow, Way::HoldAndDrop, Way::Read, Way::ReadOneChunk, Way::ReadForAMoment, Way::ErrorForStatus];

const SCRIPTS: [&str; 12] = [
    "200 length=0",
    "204",
    "304",
    "200 length=200",
    "200 length=200 late=50",
    "200 length=10000",
    "500 length=65536",
    "200 length=1000000",
    "200 chunked=200",
    "500 chunked=200 late=50",
    "200 chunked=1000000",
    "200 length=200 close",
];

/// What became of one body; fails if the server has counted something else.
async fn cell(way: Way, script: &'static str) -> Option<Fate> {
    let bench = Bench::start(&[script]).await;
    let client = bench.guard.reqwest(reqwest::Client::builder()).build().unwrap();
    let mut response = bench.guard.send(client.get(bench.url())).await.unwrap();
    match way {
        Way::DropNow => drop(response),
        Way::HoldAndDrop => {
            tokio::time::sleep(PAUSE).await;
            drop(response);
        }
        Way::Read => drop(response.bytes().await.unwrap()),
        Way::ReadOneChunk => {
            response.chunk().await.unwrap();
            drop(response);
        }
        Way::ReadForAMoment => drop(tokio::time::timeout(Duration::from_millis(20), response.bytes()).await),
        Way::ErrorForStatus => drop(response.error_for_status()),
    }
    tokio::time::sleep(PAUSE).await;
    bench.guard.send(client.get(bench.url())).await.unwrap().bytes().await.unwrap();
    bench.guard.flush();
    let bodies = bench.bodies(2).await;
    let first =
        bodies.iter().find(|body| body.response.connection.as_ref().is_some_and(|it| (it.id, it.nth) == (1, 1)));
    let (verdict, fate) = first.map(|body| (body.verdict, body.fate)).unwrap();
    let counted = bench.server.connections();
    match fate {
        Some(Fate::Survived) => assert_eq!(counted, 1, "{way:?} {script}"),
        Some(Fate::Unknown) => assert_eq!(counted, 2, "what serves again is known to have survived: {way:?} {script}"),
        Some(other) => panic!("nobody can know that: {other:?}, {way:?} {script}"),
        None => assert!(!matches!(verdict, Verdict::Unread | Verdict::PartlyRead), "{way:?} {script}"),
    }
    fate
}

async fn matrix() {
    let mut cells = JoinSet::new();
    for way in WAYS {
        for script in SCRIPTS {
            cells.spawn(cell(way, script));
        }
    }
    let fates = cells.join_all().await;
    for fate in [None, Some(Fate::Survived), Some(Fate::Unknown)] {
        assert!(fates.iter().filter(|it| **it == fate).count() > 5, "{fate:?} is met: {fates:?}");
    }
}

#[tokio::test]
async fn no_cell_disagrees_with_the_server_on_one_thread() {
    matrix().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_cell_disagrees_with_the_server_on_several_threads() {
    matrix().await;
}
