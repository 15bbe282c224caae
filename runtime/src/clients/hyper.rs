//! hyper's connections by hand: `hyper::client::conn`.
//!
//! There is no pool here, so nothing is guessed: a connection is in use as long as its sender lives.

use std::sync::Arc;

use http::{Request, Response, Uri};
use http_body::Body;
use hyper::body::Incoming;
use hyper::client::conn::{http1, http2};
use hyper_util::rt::TokioIo;

use crate::Origin;
use crate::attempt::Attempt;
use crate::body::GuardedBody;
use crate::connection::{Connection, Tag};
use crate::exchange::Call;
use crate::guard::Guard;
use crate::io::GuardedIo;
use crate::span;

impl Guard {
    /// Waits for `connecting` to open a connection to `uri`, and puts it under guard.
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// use http_body_util::{BodyExt, Empty};
    /// use hyper::client::conn::http1;
    /// use hyper_util::rt::TokioIo;
    /// use tokio::net::TcpStream;
    ///
    /// let guard = undrained::Guard::new();
    /// let tcp = async { TcpStream::connect("localhost:8080").await.map(TokioIo::new) };
    /// let (io, link) = guard.connect(&"http://localhost:8080".parse()?, tcp).await?;
    /// let (sender, connection) = http1::handshake(io).await?;
    /// tokio::spawn(connection);
    ///
    /// let mut sender = link.sender(sender);
    /// let response = sender.send_request(http::Request::get("/").body(Empty::<bytes::Bytes>::new())?).await?;
    /// response.into_body().collect().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn connect<F, I, E>(&self, uri: &Uri, connecting: F) -> Result<(TokioIo<GuardedIo<I>>, Link), E>
    where
        F: Future<Output = Result<I, E>>,
    {
        let attempt = Attempt::new(self.ledger(), Origin::from(uri));
        let io = connecting.await?;
        let connection = attempt.opened();
        let link = Link { guard: self.clone(), connection: Arc::clone(&connection) };
        Ok((TokioIo::new(GuardedIo::new(io, Some(connection))), link))
    }
}

/// A connection under guard whose requests are sent by hand. Made by [`Guard::connect`].
#[derive(Debug)]
pub struct Link {
    guard: Guard,
    connection: Arc<Connection>,
}

impl Link {
    /// Wraps what sends requests on this connection: a `SendRequest` of HTTP/1 or HTTP/2.
    pub fn sender<S>(self, inner: S) -> GuardedSender<S> {
        let tag = Tag::new(&self.connection);
        GuardedSender { inner, guard: self.guard, tag }
    }
}

/// Sends requests whose responses are under guard. Made by [`Link::sender`].
#[derive(Clone, Debug)]
pub struct GuardedSender<S> {
    inner: S,
    guard: Guard,
    // As long as it lives, the connection is in use.
    tag: Tag,
}

impl<S> GuardedSender<S> {
    /// The sender inside.
    pub fn get_ref(&self) -> &S {
        &self.inner
    }

    /// The sender inside, to wait until it is ready for example. Responses it gives are not under guard.
    pub fn get_mut(&mut self) -> &mut S {
        &mut self.inner
    }
}

macro_rules! sends {
    ($($http:ident),*) => {
        $(impl<B: Body + 'static> GuardedSender<$http::SendRequest<B>> {
            /// Sends `request`, like the sender's own `send_request`.
            #[track_caller]
            pub fn send_request(
                &mut self,
                request: Request<B>,
            ) -> impl Future<Output = hyper::Result<Response<GuardedBody<Incoming>>>> + use<B> {
                let call = Call::new(&self.guard, (&request).into(), self.guard.ledger().caller());
                let tag = self.tag.clone();
                let entered = span::enter(&call);
                let sending = self.inner.send_request(request);
                drop(entered);
                let sending = span::around(&call, sending);
                async move {
                    let response = sending.await?;
                    let (status, version) = (response.status(), response.version());
                    let length = response.body().size_hint().exact();
                    let exchange = call.and_then(|call| {
                        call.answered(status, version, response.headers(), length, tag)
                    });
                    Ok(response.map(|body| GuardedBody::new(body, exchange)))
                }
            }
        })*
    };
}

sends!(http1, http2);
