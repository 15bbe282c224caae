//! Bodies that go because something else was faster: a timeout, an abort, the other arm of a `select!`.

use std::time::Duration;

use http_body_util::BodyExt;
use undrained::{Closing, Fate, Verdict};

use crate::{Bench, patiently};

/// A body that never comes to its end.
const LATE: &str = "200 chunked=200 late=60000";

#[tokio::test]
async fn other_arm_of_a_select_drops_the_read() {
    let bench = Bench::http1(&[LATE]).await;
    let response = bench.client.get(bench.server.uri()).await.unwrap();
    tokio::select! {
        biased;
        _ = response.into_body().collect() => unreachable!("it never ends"),
        () = tokio::time::sleep(Duration::from_millis(20)) => {}
    }
    let body = bench.bodies(1).await.remove(0);
    assert_eq!((body.verdict, body.fate, body.read), (Verdict::PartlyRead, Some(Fate::Lost), 200));
}

#[tokio::test]
async fn aborted_task_drops_what_it_reads() {
    let bench = Bench::http1(&[LATE]).await;
    let response = bench.client.get(bench.server.uri()).await.unwrap();
    let reading = tokio::spawn(response.into_body().collect());
    tokio::time::sleep(Duration::from_millis(20)).await;
    reading.abort();
    let body = bench.bodies(1).await.remove(0);
    assert_eq!((body.verdict, body.fate, body.read), (Verdict::PartlyRead, Some(Fate::Lost), 200));
}

#[tokio::test]
async fn request_that_is_given_up_has_no_body_to_blame() {
    let bench = Bench::http1(&["200 length=9 slow=60000"]).await;
    let waiting = tokio::time::timeout(Duration::from_millis(20), bench.client.get(bench.server.uri()));
    assert!(waiting.await.is_err());
    patiently(async {
        while bench.collector.closed().is_empty() {
            tokio::task::yield_now().await;
        }
    })
    .await;
    assert!(bench.collector.bodies().is_empty());
    // The client let go of it with the request.
    assert_eq!(bench.collector.closed()[0].closing, Closing::Pool);
}

#[tokio::test]
async fn upgraded_connection_is_nobodys_loss() {
    let bench = Bench::http1(&["101"]).await;
    let response = bench.client.get(bench.server.uri()).await.unwrap();
    let upgraded = hyper::upgrade::on(response.map(|_| http_body_util::Empty::<bytes::Bytes>::new())).await.unwrap();
    assert_eq!(bench.ending().await, (Verdict::Exempt, None));
    assert_eq!(bench.guard.open_connections(), 1);
    drop(upgraded);
    patiently(async {
        while bench.collector.closed().is_empty() {
            tokio::task::yield_now().await;
        }
    })
    .await;
    assert_eq!(bench.collector.closed()[0].closing, Closing::Announced);
}
