//! Each way to give up a body, with each kind of response: the guard's word against the server's count.

use std::time::Duration;

use http::{Method, Request};
use http_body_util::{BodyExt, Full};
use tokio::task::JoinSet;
use undrained::{Fate, Verdict};
use undrained_tests::Protocol;

use crate::Bench;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    DropNow,
    HoldAndDrop,
    DropTheBodyAlone,
    Read,
    ReadOneFrame,
    ReadForAMoment,
    ReadTheLengthAlone,
}

const WAYS: [Way; 7] = [
    Way::DropNow,
    Way::HoldAndDrop,
    Way::DropTheBodyAlone,
    Way::Read,
    Way::ReadOneFrame,
    Way::ReadForAMoment,
    Way::ReadTheLengthAlone,
];

const RESPONSES: [(Method, &str); 16] = [
    (Method::HEAD, "200 length=200"),
    (Method::GET, "200 length=0"),
    (Method::GET, "204"),
    (Method::GET, "304"),
    (Method::GET, "200 length=200"),
    (Method::GET, "200 length=200 late=1"),
    (Method::GET, "200 length=200 late=50"),
    (Method::GET, "200 length=10000"),
    (Method::GET, "200 length=65536"),
    (Method::GET, "200 length=1000000"),
    (Method::GET, "200 chunked=200"),
    (Method::GET, "200 chunked=200 late=50"),
    (Method::GET, "200 chunked=1000000"),
    (Method::GET, "500 length=65536"),
    (Method::GET, "200 length=200 close"),
    (Method::GET, "200 length=200 http/1.0"),
];

/// For a late rest of a body to come, and for a connection to be back in the pool.
const PAUSE: Duration = Duration::from_millis(150);

async fn give_up(bench: &Bench, way: Way, method: Method) {
    let request = Request::builder().method(method).uri(bench.server.uri()).body(Full::default()).unwrap();
    let response = bench.client.request(request).await.unwrap();
    match way {
        Way::DropNow => drop(response),
        Way::HoldAndDrop => {
            tokio::time::sleep(PAUSE / 2).await;
            drop(response);
        }
        Way::DropTheBodyAlone => {
            let (_head, body) = response.into_parts();
            drop(body);
        }
        Way::Read => drop(response.into_body().collect().await.unwrap()),
        Way::ReadOneFrame => drop(response.into_body().frame().await),
        Way::ReadForAMoment => {
            let _ = tokio::time::timeout(Duration::from_millis(20), response.into_body().collect()).await;
        }
        Way::ReadTheLengthAlone => {
            let (mut body, mut read) = (response.into_body(), 0);
            while read < 200
                && let Some(frame) = body.frame().await
            {
                read += frame.unwrap().into_data().map_or(0, |data| data.len());
            }
        }
    }
}

/// What became of one body; fails if the server has counted something else.
async fn cell(way: Way, method: Method, script: &'static str) -> (Verdict, Option<Fate>) {
    let bench = Bench::http1(&[script]).await;
    give_up(&bench, way, method).await;
    tokio::time::sleep(PAUSE).await;
    bench.drain().await.unwrap();
    // By now a drop has shown what it did; one that has not will not.
    bench.guard.flush();
    let bodies = bench.bodies(2).await;
    let first =
        bodies.iter().find(|body| body.response.connection.as_ref().is_some_and(|it| (it.id, it.nth) == (1, 1)));
    let (verdict, fate) = first.map(|body| (body.verdict, body.fate)).unwrap();
    let expected = match fate {
        Some(Fate::Lost) => Some(2),
        Some(Fate::Survived) => Some(1),
        _ => None,
    };
    let counted = bench.server.connections();
    assert!(
        expected.is_none_or(|expected| expected == counted),
        "{way:?} {script}: {verdict} {fate:?}, {counted} counted"
    );
    assert_eq!(fate.is_some(), matches!(verdict, Verdict::Unread | Verdict::PartlyRead), "{way:?} {script}");
    (verdict, fate)
}

async fn matrix() {
    let mut unknown = Vec::new();
    let mut fates = 0;
    for way in WAYS {
        // Those that are late would hold up the others.
        let mut cells = JoinSet::new();
        for (method, script) in RESPONSES {
            cells.spawn(async move { (script, cell(way, method, script).await) });
        }
        for (script, (_, fate)) in cells.join_all().await {
            fates += usize::from(fate.is_some());
            unknown.extend((fate == Some(Fate::Unknown)).then_some((way, script)));
        }
    }
    assert!(fates > 40, "most cells are about a drop: {fates}");
    assert!(unknown.len() * 50 < fates, "less than 2 % are unknown, of {fates}: {unknown:?}");
}

#[tokio::test]
async fn every_cell_agrees_with_the_server_on_one_thread() {
    matrix().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_cell_agrees_with_the_server_on_several_threads() {
    matrix().await;
}

#[tokio::test]
async fn http2_loses_no_connection_in_any_cell() {
    for way in WAYS {
        let bench = Bench::start(Protocol::Http2, &["200 length=65536"]).await;
        give_up(&bench, way, Method::GET).await;
        bench.drain().await.unwrap();
        let first = bench.bodies(2).await.into_iter().min_by_key(|body| body.response.connection.as_ref().unwrap().nth);
        let fate = first.unwrap().fate;
        assert!(matches!(fate, None | Some(Fate::Reset)), "{way:?}: {fate:?}");
        // A moment can be enough or not.
        assert!(way == Way::ReadForAMoment || fate.is_none() == (way == Way::Read), "{way:?}: {fate:?}");
        assert_eq!(bench.server.requests(), [2], "{way:?}");
    }
}
