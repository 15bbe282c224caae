//! hyper's connections by hand.

use bytes::Bytes;
use http::Request;
use http_body_util::{BodyExt, Empty};
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::TcpStream;
use undrained::{Closing, Fate, GuardedSender, Link, Verdict};
use undrained_tests::Protocol;

use crate::Bench;

type Io = TokioIo<undrained::GuardedIo<TokioIo<TcpStream>>>;

async fn connect(bench: &Bench) -> (Io, Link) {
    let uri = bench.server.uri();
    let address = uri.authority().unwrap().as_str();
    let tcp = async { TcpStream::connect(address).await.map(TokioIo::new) };
    bench.guard.connect(&uri, tcp).await.unwrap()
}

async fn http1(bench: &Bench) -> GuardedSender<http1::SendRequest<Empty<Bytes>>> {
    let (io, link) = connect(bench).await;
    let (sender, connection) = http1::handshake(io).await.unwrap();
    tokio::spawn(connection);
    link.sender(sender)
}

fn request() -> Request<Empty<Bytes>> {
    Request::get("/items").body(Empty::new()).unwrap()
}

#[tokio::test]
async fn large_drop_is_lost_and_told_with_its_origin() {
    let bench = Bench::http1(&["200 length=65536"]).await;
    let mut sender = http1(&bench).await;
    drop(sender.send_request(request()).await.unwrap());
    let body = bench.bodies(1).await.remove(0);
    assert_eq!((body.verdict, body.fate, body.closing), (Verdict::Unread, Some(Fate::Lost), Some(Closing::Drop)));
    assert_eq!(body.response.origin, bench.server.uri().to_string().parse().unwrap());
    assert!(body.response.site.unwrap().to_string().contains("guard/by_hand.rs:"));
}

#[tokio::test]
async fn small_drop_survives() {
    let bench = Bench::http1(&["200 length=200"]).await;
    let mut sender = http1(&bench).await;
    drop(sender.send_request(request()).await.unwrap());
    sender.get_mut().ready().await.unwrap();
    sender.send_request(request()).await.unwrap().into_body().collect().await.unwrap();
    let bodies = bench.bodies(2).await;
    assert_eq!((bodies[0].verdict, bodies[0].fate), (Verdict::Unread, Some(Fate::Survived)));
    assert_eq!(bench.server.requests(), [2]);
}

#[tokio::test]
async fn sender_that_goes_before_its_body_is_not_the_bodys_fault() {
    let bench = Bench::http1(&["200 length=200"]).await;
    let mut sender = http1(&bench).await;
    let response = sender.send_request(request()).await.unwrap();
    drop(sender);
    drop(response);
    let body = bench.bodies(1).await.remove(0);
    assert_eq!((body.verdict, body.fate), (Verdict::Unread, Some(Fate::Unknown)));
}

#[tokio::test]
async fn stream_of_http2_is_reset() {
    let bench = Bench::start(Protocol::Http2, &["200 length=65536"]).await;
    let (io, link) = connect(&bench).await;
    let (sender, connection) = http2::handshake(TokioExecutor::new(), io).await.unwrap();
    tokio::spawn(connection);
    let mut sender = link.sender(sender);
    let request = Request::get(bench.server.uri()).body(Empty::<Bytes>::new()).unwrap();
    drop(sender.send_request(request).await.unwrap());
    assert_eq!(bench.bodies(1).await[0].fate, Some(Fate::Reset));
}

#[tokio::test]
async fn responses_are_counted_where_they_were_asked_for() {
    let bench = Bench::http1(&["200 length=9"]).await;
    let mut sender = http1(&bench).await;
    let other = Request::get("http://other.example/").body(Empty::new()).unwrap();
    for request in [request(), other, request()] {
        sender.get_mut().ready().await.unwrap();
        sender.send_request(request).await.unwrap().into_body().collect().await.unwrap();
    }
    let counted = || {
        let mut counted: Vec<_> = bench.guard.summary().origins;
        counted.sort_by_key(|it| it.totals.responses);
        counted.iter().map(|it| (it.totals.responses, it.totals.reused, it.totals.opened)).collect::<Vec<_>>()
    };
    let expected = [(1, 1, 0), (2, 1, 1)];
    assert_eq!(counted(), expected);
    drop(sender);
    bench.all_connections_ended().await;
    assert_eq!(counted(), expected, "also once the connection, which counts its own, has ended");
}
