//! A client that sends requests over memory, so that its instructions can be counted.
//!
//! ```sh
//! cargo xtask bench --guard              # counts them
//! instructions bare|off|warn REQUESTS    # what it starts
//! ```
//!
//! There is no server, no kernel and no clock here, so that all runs go the same way, and what the counts of two
//! differ in is the guard's. The guard is that of the build: without `--features undrained/enabled` it is not there.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use http::{Request, Response, Uri};
use http_body::Body;
use http_body_util::{BodyExt, Empty};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::{Connected, Connection};
use hyper_util::rt::TokioExecutor;
use tower_service::Service;
use undrained::{Guard, LegacyClient};

type Error = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [kind, requests] = arguments.as_slice() else { return Err("what is to be sent, and how often?".into()) };
    let (builder, requests) = (Client::builder(TokioExecutor::new()), requests.parse()?);
    let sending: Pin<Box<dyn Future<Output = Result<(), Error>>>> = if kind == "bare" {
        let client: Client<_, Empty<Bytes>> = builder.build(Connector);
        Box::pin(send(client, requests))
    } else {
        let guard = Guard::builder().policy(kind.parse()?).ignore_env().build();
        let client: LegacyClient<_, Empty<Bytes>> = guard.client(&builder, Connector);
        Box::pin(send(client, requests))
    };
    sending.await
}

/// One function for both, called in the same way, so that it is the same code if they are of the same type.
async fn send<S, B>(mut client: S, requests: usize) -> Result<(), Error>
where
    S: Service<Request<Empty<Bytes>>, Response = Response<B>, Error: Into<Error>>,
    B: Body<Error: Into<Error>>,
{
    for _ in 0..requests {
        let request = Request::get("http://localhost:8080/items?page=1").body(Empty::new())?;
        let response = client.call(request).await.map_err(Into::into)?;
        response.into_body().collect().await.map_err(Into::into)?;
    }
    Ok(())
}

/// Opens connections that answer by themselves.
#[derive(Clone)]
struct Connector;

impl Service<Uri> for Connector {
    type Response = Memory;
    type Error = io::Error;
    type Future = std::future::Ready<io::Result<Memory>>;

    fn poll_ready(&mut self, _cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _uri: Uri) -> Self::Future {
        std::future::ready(Ok(Memory { answers: 0, waiting: None }))
    }
}

/// Answers whatever is written with 1 kB.
struct Memory {
    answers: usize,
    waiting: Option<Waker>,
}

impl Connection for Memory {
    fn connected(&self) -> Connected {
        // As the connector for TCP does, so that each response has extensions already.
        Connected::new().extra([0_u8; 64])
    }
}

impl Read for Memory {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, mut buf: ReadBufCursor<'_>) -> Poll<io::Result<()>> {
        const HEAD: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\ncontent-type: text/plain\r\n\r\n";
        if self.answers == 0 {
            self.waiting = Some(cx.waker().clone());
            return Poll::Pending;
        }
        self.answers -= 1;
        buf.put_slice(HEAD);
        buf.put_slice(&[b'x'; 1000]);
        Poll::Ready(Ok(()))
    }
}

impl Write for Memory {
    fn poll_write(mut self: Pin<&mut Self>, _cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        self.answers += 1;
        self.waiting.take().into_iter().for_each(Waker::wake);
        Poll::Ready(Ok(buf.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
