//! Under guard, everything is as it was without.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::future::{Ready, poll_fn, ready};
use std::io;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use http::{HeaderMap, Request, Response, Uri};
use http_body::{Body, Frame, SizeHint};
use http_body_util::BodyExt;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::client::legacy::connect::{Connected, Connection, HttpInfo};
use tower_service::Service;
use undrained::{BodyEnded, Collector, Fate, Guard, Reporter, Verdict};

use crate::Bench;

/// A body with frames to its author's liking.
#[derive(Clone)]
struct Scripted(VecDeque<Result<&'static str, &'static str>>);

impl Body for Scripted {
    type Data = Bytes;
    type Error = &'static str;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Poll::Ready(self.0.pop_front().map(|next| {
            next.map(|data| match data {
                "trailers" => Frame::trailers(HeaderMap::new()),
                data => Frame::data(Bytes::from_static(data.as_bytes())),
            })
        }))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.iter().flatten().map(|data| data.len() as u64).sum())
    }
}

/// A client which always answers the same, when it is ready.
struct Canned {
    ready: bool,
    answer: Result<Scripted, &'static str>,
}

impl Service<Request<()>> for Canned {
    type Response = Response<Scripted>;
    type Error = &'static str;
    type Future = Ready<Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        if self.ready { Poll::Ready(Ok(())) } else { Poll::Pending }
    }

    fn call(&mut self, _: Request<()>) -> Self::Future {
        ready(self.answer.clone().map(|body| {
            let mut response = Response::new(body);
            response.extensions_mut().insert("kept");
            response
        }))
    }
}

fn scripted(frames: &[Result<&'static str, &'static str>]) -> Scripted {
    Scripted(frames.iter().copied().collect())
}

/// All that can be seen of a body from outside, step by step.
async fn seen(body: impl Body<Data = Bytes, Error = &'static str>) -> Vec<String> {
    let mut body = pin!(body);
    let mut steps = Vec::new();
    loop {
        steps.push(format!("end {} size {:?}", body.is_end_stream(), body.size_hint()));
        let frame = poll_fn(|cx| body.as_mut().poll_frame(cx)).await;
        steps.push(format!("{frame:?}"));
        if frame.is_none() {
            return steps;
        }
    }
}

async fn guarded(collector: &Collector, body: &Scripted) -> Response<undrained::GuardedBody<Scripted>> {
    let canned = Canned { ready: true, answer: Ok(body.clone()) };
    let mut client = Guard::with_reporter(collector.clone()).service(canned);
    client.call(Request::new(())).await.unwrap()
}

#[tokio::test]
async fn bodies_are_the_same_step_by_step() {
    for frames in [
        &[][..],
        &[Ok("one")],
        &[Ok("one"), Ok("two"), Ok("trailers")],
        &[Ok("one"), Err("broken")],
        &[Err("broken"), Ok("after all")],
    ] {
        let body = scripted(frames);
        let response = guarded(&Collector::default(), &body).await;
        assert_eq!(response.extensions().get::<&str>(), Some(&"kept"));
        assert_eq!(seen(response.into_body()).await, seen(body).await);
    }
}

#[tokio::test]
async fn end_is_told_once_with_what_was_read() {
    for (frames, verdict, read) in [
        (&[][..], Verdict::Exempt, 0),
        (&[Ok("one"), Ok("two")], Verdict::Drained, 6),
        (&[Ok("one"), Ok("trailers")], Verdict::Drained, 3),
        (&[Ok("one"), Err("broken")], Verdict::Failed, 3),
    ] {
        let collector = Collector::default();
        seen(guarded(&collector, &scripted(frames)).await.into_body()).await;
        let bodies = collector.bodies();
        assert_eq!(bodies.len(), 1, "{frames:?}");
        assert_eq!((bodies[0].verdict, bodies[0].read, bodies[0].fate), (verdict, read, None), "{frames:?}");
    }
}

#[tokio::test]
async fn fate_is_unknown_without_a_guarded_connector() {
    let collector = Collector::default();
    let mut body = guarded(&collector, &scripted(&[Ok("one"), Ok("two")])).await.into_body();
    body.frame().await.unwrap().unwrap();
    drop(body);
    let body = collector.bodies().remove(0);
    assert_eq!((body.verdict, body.fate), (Verdict::PartlyRead, Some(Fate::Unknown)));
    assert_eq!((body.read, body.left), (3, Some(3)));
    assert!(body.response.connection.is_none());
}

#[tokio::test]
async fn last_frame_ends_a_body_that_says_so() {
    let collector = Collector::default();
    let mut body = guarded(&collector, &scripted(&[Ok("one")])).await.into_body();
    body.frame().await.unwrap().unwrap();
    drop(body);
    assert_eq!(collector.bodies()[0].verdict, Verdict::Drained);
}

#[tokio::test]
async fn errors_and_readiness_of_the_client_pass_through() {
    let collector = Collector::default();
    let canned = Canned { ready: false, answer: Err("refused") };
    let mut client = Guard::with_reporter(collector.clone()).service(canned);
    let mut cx = Context::from_waker(Waker::noop());
    assert!(client.poll_ready(&mut cx).is_pending());
    client.get_mut().ready = true;
    assert!(client.poll_ready(&mut cx).is_ready());
    assert_eq!(client.call(Request::new(())).await.err(), Some("refused"));
    assert!(collector.responses().is_empty());
}

/// A body that never comes, and tells when it is dropped.
struct Doomed(Arc<Mutex<Vec<&'static str>>>);

impl Drop for Doomed {
    fn drop(&mut self) {
        self.0.lock().unwrap().push("dropped");
    }
}

impl Body for Doomed {
    type Data = Bytes;
    type Error = &'static str;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Poll::Pending
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(1)
    }
}

struct DoomedClient(Arc<Mutex<Vec<&'static str>>>);

impl Service<Request<()>> for DoomedClient {
    type Response = Response<Doomed>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<()>) -> Self::Future {
        ready(Ok(Response::new(Doomed(self.0.clone()))))
    }
}

struct Noting(Arc<Mutex<Vec<&'static str>>>);

impl Reporter for Noting {
    fn body(&self, _: &BodyEnded) {
        self.0.lock().unwrap().push("noted");
    }
}

#[tokio::test]
async fn drop_is_noted_before_the_client_can_act_on_it() {
    let order = Arc::default();
    let mut client = Guard::with_reporter(Noting(Arc::clone(&order))).service(DoomedClient(Arc::clone(&order)));
    drop(client.call(Request::new(())).await.unwrap());
    assert_eq!(*order.lock().unwrap(), ["noted", "dropped"]);
}

/// IO that can do something special, and says so.
struct Special;

impl Read for Special {
    fn poll_read(self: Pin<&mut Self>, _: &mut Context<'_>, mut buf: ReadBufCursor<'_>) -> Poll<io::Result<()>> {
        buf.put_slice(b"read");
        Poll::Ready(Ok(()))
    }
}

impl Write for Special {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, _: &[u8]) -> Poll<io::Result<usize>> {
        Poll::Ready(Ok(1))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        _: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Poll::Ready(Ok(2))
    }
}

impl Connection for Special {
    fn connected(&self) -> Connected {
        Connected::new().negotiated_h2().proxy(true).extra("kept")
    }
}

#[derive(Clone)]
struct SpecialConnector;

impl Service<Uri> for SpecialConnector {
    type Response = Special;
    type Error = io::Error;
    type Future = Ready<io::Result<Special>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Uri) -> Self::Future {
        ready(Ok(Special))
    }
}

#[tokio::test]
async fn connection_keeps_its_abilities_and_what_it_says_of_itself() {
    let guard = Guard::with_reporter(Collector::default());
    let mut io = guard.connector(SpecialConnector).call(Uri::default()).await.unwrap();
    assert_eq!(guard.open_connections(), 1);

    let connected = io.connected();
    let mut extensions = http::Extensions::new();
    connected.get_extras(&mut extensions);
    assert!(connected.is_negotiated_h2() && connected.is_proxied());
    assert_eq!(extensions.get::<&str>(), Some(&"kept"));

    let mut cx = Context::from_waker(Waker::noop());
    let mut io = Pin::new(&mut io);
    let mut buffer = [0; 10];
    let mut buffer = hyper::rt::ReadBuf::new(&mut buffer);
    assert!(io.as_mut().poll_read(&mut cx, buffer.unfilled()).is_ready());
    assert_eq!(buffer.filled(), b"read");
    assert!(io.is_write_vectored());
    assert!(matches!(io.as_mut().poll_write_vectored(&mut cx, &[]), Poll::Ready(Ok(2))));
    assert!(matches!(io.as_mut().poll_write(&mut cx, b""), Poll::Ready(Ok(1))));
}

/// A connector that has to be asked first, as one with a limit does. That a copy was asked does not count.
#[derive(Default)]
struct Reserving {
    reserved: bool,
}

impl Clone for Reserving {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Service<Uri> for Reserving {
    type Response = Special;
    type Error = &'static str;
    type Future = Ready<Result<Special, &'static str>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), &'static str>> {
        self.reserved = true;
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Uri) -> Self::Future {
        ready(if std::mem::take(&mut self.reserved) { Ok(Special) } else { Err("not reserved") })
    }
}

#[tokio::test]
async fn connector_that_was_asked_is_the_one_that_connects() {
    let mut connector = Guard::with_reporter(Collector::default()).connector(Reserving::default());
    let mut cx = Context::from_waker(Waker::noop());
    assert!(connector.poll_ready(&mut cx).is_ready());
    let mut copy = connector.clone();
    assert!(connector.call(Uri::default()).await.is_ok());
    // One reservation is for one connection, and is nothing to a copy.
    assert_eq!(connector.call(Uri::default()).await.err(), Some("not reserved"));
    assert_eq!(copy.call(Uri::default()).await.err(), Some("not reserved"));
}

#[tokio::test]
async fn response_has_the_extensions_that_it_had() {
    let bench = Bench::http1(&["200 length=9"]).await;
    let response = bench.client.get(bench.server.uri()).await.unwrap();
    assert!(response.extensions().get::<HttpInfo>().is_some());
    assert_eq!(response.extensions().len(), 1);
}
