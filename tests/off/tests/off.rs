//! A guard that is not enabled is not there: what it wraps stays what it is.
//!
//! That two types are the same is known when this is compiled, so there is nothing left that could cost anything.

use std::any::TypeId;
use std::io::{Read, Write};
use std::net::TcpListener;

use bytes::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper::body::Incoming;
use hyper::client::conn::http1::SendRequest;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tower_layer::Layer;
use undrained::{
    Guard, GuardedBody, GuardedClient, GuardedConnector, GuardedSender, LegacyClient, ResponseFuture, TimedTransport,
};

fn same<A: 'static, B: 'static>() -> bool {
    TypeId::of::<A>() == TypeId::of::<B>()
}

/// Only a run of this package alone has the guard off.
fn is_on() -> bool {
    undrained::ENABLED
}

#[test]
fn wrappers_are_what_they_wrap() {
    type Plain = Client<HttpConnector, Empty<Bytes>>;
    let all = [
        same::<GuardedBody<Incoming>, Incoming>(),
        same::<GuardedClient<Plain>, Plain>(),
        same::<GuardedConnector<HttpConnector>, HttpConnector>(),
        same::<TimedTransport<HttpConnector>, HttpConnector>(),
        same::<LegacyClient<HttpConnector, Empty<Bytes>>, Plain>(),
        same::<GuardedSender<SendRequest<Empty<Bytes>>>, SendRequest<Empty<Bytes>>>(),
        same::<ResponseFuture<std::future::Ready<()>>, std::future::Ready<()>>(),
        same::<<Guard as Layer<Plain>>::Service, Plain>(),
    ];
    assert_eq!(all, [!is_on(); 8]);
}

#[test]
fn guard_has_no_size() {
    assert_eq!(size_of::<Guard>() == 0, !is_on());
    assert_eq!(size_of::<GuardedBody<Incoming>>() == size_of::<Incoming>(), !is_on());
}

#[test]
fn scope_does_not_pass_where_it_sees_nothing() {
    let run = std::panic::catch_unwind(|| undrained::scope().run_blocking(|| ()));
    assert_eq!(run.is_ok(), is_on());
}

/// The same lines as with the guard on.
#[tokio::test]
async fn requests_are_sent_as_ever() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let uri: http::Uri = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            request.extend(byte);
        }
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok").unwrap();
    });
    let guard = Guard::new();
    let client: LegacyClient<_, Empty<Bytes>> =
        guard.client(&Client::builder(TokioExecutor::new()), HttpConnector::new());
    let response = client.get(uri).await.unwrap();
    assert_eq!(response.into_body().collect().await.unwrap().to_bytes(), "ok");
    server.join().unwrap();
    guard.check().unwrap();
    assert_eq!(guard.summary().origins.len(), usize::from(is_on()));
}
