//! What ended a connection: the drop, or one of the many other causes.

use std::time::Duration;

use http_body_util::BodyExt;
use undrained::{Closing, Collector, ConnectionClosed, Fate, GuardedBody, Verdict};

use crate::{Bench, patiently};

const LARGE: &str = "200 length=65536";

/// Waits for the end of the one connection.
async fn closed(collector: &Collector) -> ConnectionClosed {
    patiently(async {
        loop {
            if let Some(closed) = collector.closed().pop() {
                break closed;
            }
            tokio::task::yield_now().await;
        }
    })
    .await
}

#[tokio::test]
async fn drop_is_the_cause_where_nothing_else_can_be() {
    let bench = Bench::http1(&[LARGE]).await;
    bench.drop_unread().await;
    let closed = closed(&bench.collector).await;
    assert_eq!((closed.closing, closed.responses), (Closing::Drop, 1));
    assert_eq!(bench.bodies(1).await[0].closing, Some(Closing::Drop));
    assert_eq!(closed.origin.unwrap().port(), bench.server.uri().port_u16());
}

#[tokio::test]
async fn announced_end_is_told_as_such() {
    for script in ["200 length=9 close", "200 length=9 http/1.0", "200 until-close=9", "101"] {
        let bench = Bench::http1(&[script]).await;
        let response = bench.client.get(bench.server.uri()).await.unwrap();
        // What the server has announced it may leave to the client.
        let _ = tokio::time::timeout(Duration::from_millis(50), response.into_body().collect()).await;
        let Bench { server, client, collector, .. } = bench;
        drop((client, server));
        assert_eq!(closed(&collector).await.closing, Closing::Announced, "{script}");
    }
}

#[tokio::test]
async fn peer_that_goes_is_told_from_the_client_that_goes() {
    let bench = Bench::http1(&["200 length=200"]).await;
    bench.drain().await.unwrap();
    let Bench { server, client: _client, collector, .. } = bench;
    drop(server);
    assert_eq!(closed(&collector).await.closing, Closing::Peer);

    let bench = Bench::http1(&["200 length=200"]).await;
    bench.drain().await.unwrap();
    let Bench { server: _server, client, collector, .. } = bench;
    drop(client);
    assert_eq!(closed(&collector).await.closing, Closing::Pool);
}

#[tokio::test]
async fn body_that_broke_off_is_the_peers_doing() {
    let bench = Bench::http1(&["200 length=1000 cut=100"]).await;
    bench.drain().await.unwrap_err();
    assert_eq!(closed(&bench.collector).await.closing, Closing::Peer);
}

#[tokio::test]
async fn body_that_was_taken_out_leaves_it_open() {
    let bench = Bench::http1(&[LARGE]).await;
    drop(bench.client.get(bench.server.uri()).await.unwrap().map(GuardedBody::into_inner));
    assert_eq!(closed(&bench.collector).await.closing, Closing::Unwatched);
}

/// As a client does inside when it follows a redirect and nobody sees the response.
#[tokio::test]
async fn connection_that_the_client_itself_gives_up_is_told() {
    let bench = Bench::http1(&["302 length=65536"]).await;
    drop(bench.client.get_ref().get(bench.server.uri()).await.unwrap());
    let closed = closed(&bench.collector).await;
    assert_eq!((closed.closing, closed.responses), (Closing::Client, 0));
    let summary = bench.guard.summary();
    assert_eq!((summary.origins[0].totals.thrown_away, summary.origins[0].totals.lost), (1, 0));
}

/// The drop has survived, but the next request on the connection has not: nobody may blame the drop.
#[tokio::test]
async fn failure_of_the_next_request_is_not_blamed_on_the_drop() {
    let bench = Bench::http1(&["200 length=200", "200 garbage"]).await;
    bench.drop_unread().await;
    bench.drain().await.unwrap_err();
    bench.all_connections_ended().await;
    let body = bench.bodies(1).await.remove(0);
    assert_eq!((body.verdict, body.fate), (Verdict::Unread, Some(Fate::Unknown)));
}

#[tokio::test]
async fn runtime_that_is_shut_down_blames_nobody() {
    let (sender, receiver) = std::sync::mpsc::channel();
    let other = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let bench = runtime.block_on(async {
            let bench = Bench::http1(&["200 length=200"]).await;
            bench.drop_unread().await;
            bench
        });
        // The note is still pending, and all tasks go.
        drop(runtime);
        sender.send(bench.collector.bodies()).unwrap();
    });
    other.join().unwrap();
    let bodies = receiver.recv().unwrap();
    assert_eq!(bodies.iter().map(|body| body.fate).collect::<Vec<_>>(), [Some(Fate::Unknown)]);
}

#[tokio::test]
async fn body_that_is_dropped_by_a_panic_is_told_like_any_other() {
    let bench = Bench::http1(&[LARGE]).await;
    let response = bench.client.get(bench.server.uri()).await.unwrap();
    let task = tokio::spawn(async move {
        let _response = response;
        panic!("on purpose");
    });
    assert!(task.await.unwrap_err().is_panic());
    assert_eq!(bench.bodies(1).await[0].fate, Some(Fate::Lost));
}
