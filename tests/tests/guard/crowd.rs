//! Ten thousand requests at once, over connections that are in memory: there are not so many sockets everywhere.

use std::future::{Ready, ready};
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::Uri;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::connect::{Connected, Connection};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::task::JoinSet;
use tower_service::Service;
use undrained::{Collector, Fate, Guard, Verdict};

use crate::patiently;

const REQUESTS: usize = 10_000;

/// More than the pipe and the client's buffers hold.
const LENGTH: usize = 40_000;

/// Opens a pipe whose other end answers.
#[derive(Clone)]
struct Pipes;

struct Pipe(TokioIo<DuplexStream>);

impl Service<Uri> for Pipes {
    type Response = Pipe;
    type Error = io::Error;
    type Future = Ready<io::Result<Pipe>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Uri) -> Self::Future {
        let (ours, mut theirs) = tokio::io::duplex(4096);
        tokio::spawn(async move {
            let mut received = Vec::new();
            while theirs.read_buf(&mut received).await.is_ok_and(|read| read > 0) {
                while let Some(end) = received.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
                    received.drain(..end + 4);
                    let mut answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {LENGTH}\r\n\r\n").into_bytes();
                    answer.resize(answer.len() + LENGTH, b'x');
                    if theirs.write_all(&answer).await.is_err() {
                        return;
                    }
                }
            }
        });
        ready(Ok(Pipe(TokioIo::new(ours))))
    }
}

impl Connection for Pipe {
    fn connected(&self) -> Connected {
        Connected::new()
    }
}

impl hyper::rt::Read for Pipe {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: hyper::rt::ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, buf)
    }
}

impl hyper::rt::Write for Pipe {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_of_ten_thousand_bodies_is_told_once_and_the_ledger_is_empty_after_them() {
    let collector = Collector::default();
    let guard = Guard::builder().reporter(collector.clone()).ignore_env().build();
    let builder = hyper_util::client::legacy::Client::builder(TokioExecutor::new());
    let client: undrained::LegacyClient<_, Full<Bytes>> = guard.client(&builder, Pipes);

    let mut requests = JoinSet::new();
    for n in 0..REQUESTS {
        let client = client.clone();
        requests.spawn(async move {
            let response = client.get(Uri::from_static("http://pipe/")).await.unwrap();
            // All responses are there before the first is given up, as far as the threads allow.
            tokio::task::yield_now().await;
            if n % 2 == 0 {
                drop(response);
            } else {
                response.into_body().collect().await.unwrap();
            }
        });
    }
    requests.join_all().await;
    drop(client);
    let bodies = patiently(async {
        while guard.open_connections() > 0 {
            tokio::task::yield_now().await;
        }
        collector.wait_for_bodies(REQUESTS).await
    })
    .await;
    assert_eq!(bodies.len(), REQUESTS);
    let lost = bodies.iter().filter(|body| body.fate == Some(Fate::Lost)).count();
    let read = bodies.iter().filter(|body| body.verdict == Verdict::Drained).count();
    assert_eq!((lost, read), (REQUESTS / 2, REQUESTS / 2));
    let closed = patiently(async {
        while collector.closed().len() < collector.opened().len() {
            tokio::task::yield_now().await;
        }
        collector.closed()
    })
    .await;
    let mut ids: Vec<_> = closed.iter().map(|closed| closed.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), collector.opened().len(), "each connection ends once");
    let totals = &guard.summary().origins[0].totals;
    assert_eq!((totals.responses, totals.lost), (REQUESTS as u64, lost as u64));
}
