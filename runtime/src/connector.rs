//! A connector that gives each connection an identity, and IO that tells how the connection ended.
//!
//! Everything is passed through: vectored writes, and what the inner connection says about itself
//! (ALPN, proxies, other extras). Wrap the outermost connector, the one that also does TLS: then the
//! time it takes to connect is the whole handshake's.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Instant;

use http::Uri;
use hyper_util::client::legacy::connect::{Connected, Connection as Connects};
use hyper_util::rt::TokioIo;
use pin_project_lite::pin_project;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tower_service::Service;

use crate::Guard;
use crate::ledger::{Connection, Tag};

/// A connector whose connections are under guard. Made by [`Guard::connector`].
///
/// ```
/// use hyper_util::client::legacy::connect::HttpConnector;
/// use undrained::Guard;
///
/// let guard = Guard::new();
/// let mut connector = guard.connector(HttpConnector::new());
/// connector.get_mut().set_nodelay(true);
/// assert_eq!(guard.open_connections(), 0);
/// ```
#[derive(Clone, Debug)]
pub struct GuardedConnector<C> {
    guard: Guard,
    inner: C,
}

impl<C> GuardedConnector<C> {
    pub(crate) fn new(guard: Guard, inner: C) -> Self {
        Self { guard, inner }
    }

    /// The connector inside.
    pub fn get_ref(&self) -> &C {
        &self.inner
    }

    /// The connector inside.
    pub fn get_mut(&mut self) -> &mut C {
        &mut self.inner
    }

    /// The connector inside.
    pub fn into_inner(self) -> C {
        self.inner
    }
}

impl<C: Service<Uri>> Service<Uri> for GuardedConnector<C> {
    // hyper's read cursor does not tell a wrapper how much was read into it, tokio's does. So the
    // IO is watched through tokio's traits; `TokioIo` converts both ways without copying.
    type Response = TokioIo<GuardedIo<C::Response>>;
    type Error = C::Error;
    type Future = Connecting<C::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        Connecting { guard: self.guard.clone(), started: Instant::now(), inner: self.inner.call(uri) }
    }
}

pin_project! {
    /// A connection that is being opened.
    #[derive(Debug)]
    #[must_use = "futures do nothing unless polled"]
    pub struct Connecting<F> {
        guard: Guard,
        started: Instant,
        #[pin]
        inner: F,
    }
}

impl<F, I, E> Future for Connecting<F>
where
    F: Future<Output = Result<I, E>>,
{
    type Output = Result<TokioIo<GuardedIo<I>>, E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let io = ready!(this.inner.poll(cx))?;
        let connection = this.guard.ledger().open(this.started.elapsed());
        Poll::Ready(Ok(TokioIo::new(GuardedIo { inner: TokioIo::new(io), watched: Watched(connection) })))
    }
}

pin_project! {
    /// The IO of a connection under guard.
    #[derive(Debug)]
    pub struct GuardedIo<I> {
        // Dropped before `watched`, so that the end is told after the fact.
        #[pin]
        inner: TokioIo<I>,
        watched: Watched,
    }
}

impl<I> GuardedIo<I> {
    /// The IO inside.
    pub fn get_ref(&self) -> &I {
        self.inner.inner()
    }

    /// The IO inside.
    pub fn get_mut(&mut self) -> &mut I {
        self.inner.inner_mut()
    }
}

/// The IO's side of a connection; its drop is the connection's end.
#[derive(Debug)]
struct Watched(Arc<Connection>);

impl Watched {
    /// Passes `polled` on; after an error nothing more can be expected of the peer.
    fn check<T>(&self, polled: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if matches!(polled, Poll::Ready(Err(_))) {
            self.0.peer_gone();
        }
        polled
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.0.end();
    }
}

impl<I: Connects> Connects for GuardedIo<I> {
    fn connected(&self) -> Connected {
        self.inner.connected().extra(Tag::new(&self.watched.0))
    }
}

impl<I: hyper::rt::Read> AsyncRead for GuardedIo<I> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.project();
        let room = buf.remaining();
        let polled = this.inner.poll_read(cx, buf);
        if matches!(polled, Poll::Ready(Ok(()))) && room > 0 && buf.remaining() == room {
            this.watched.0.peer_gone();
        }
        this.watched.check(polled)
    }
}

impl<I: hyper::rt::Write> AsyncWrite for GuardedIo<I> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.project();
        this.watched.check(this.inner.poll_write(cx, buf))
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.project();
        this.watched.check(this.inner.poll_flush(cx))
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.project();
        this.watched.0.shutdown();
        this.inner.poll_shutdown(cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.project();
        this.watched.check(this.inner.poll_write_vectored(cx, bufs))
    }
}
