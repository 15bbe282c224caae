//! IO that tells how its connection is used and how it ends.
//!
//! Everything is passed through: vectored writes, and what the inner connection says about itself
//! (ALPN, proxies, other extras). How a connection comes here is its client's business: see `clients/`.

use std::any::Any;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use hyper_util::client::legacy::connect::{Connected, Connection as Connects};
use hyper_util::rt::TokioIo;
use pin_project_lite::pin_project;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

use crate::Closing;
use crate::connection::{Connection, Tag};
use crate::frames::Wire;

// hyper's read cursor does not tell a wrapper how much was read into it, tokio's does. So the IO is watched through
// tokio's traits; `TokioIo` converts both ways without copying.

pin_project! {
    /// The IO of a connection under guard.
    #[derive(Debug)]
    pub struct GuardedIo<I> {
        // Dropped before `watched`, so that the end is told after the fact.
        #[pin]
        inner: TokioIo<I>,
        // `None` is not watched.
        watched: Option<Watched>,
    }
}

impl<I> GuardedIo<I> {
    pub(crate) fn new(inner: I, connection: Option<Arc<Connection>>) -> Self {
        Self {
            inner: TokioIo::new(inner),
            watched: connection.map(|connection| Watched { connection, wire: Wire::new() }),
        }
    }

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
struct Watched {
    connection: Arc<Connection>,
    wire: Wire,
}

impl Watched {
    /// Passes `polled` on; after an error nothing more can be expected of the peer.
    #[inline]
    fn check<T>(&self, polled: io::Result<T>) -> io::Result<T> {
        if polled.is_err() {
            self.connection.will_end(Closing::Peer);
        }
        polled
    }
}

impl Watched {
    #[inline]
    fn read(&mut self, bytes: &[u8], room: usize) {
        if bytes.is_empty() && room > 0 {
            self.connection.will_end(Closing::Peer);
        }
        self.wire.read(bytes, &self.connection);
    }

    #[inline]
    fn written(&mut self, bytes: &[u8]) {
        self.connection.written();
        self.wire.written(bytes, &self.connection);
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.connection.end();
    }
}

impl<I: Connects> Connects for GuardedIo<I> {
    fn connected(&self) -> Connected {
        let connected = self.inner.connected();
        match &self.watched {
            Some(watched) => connected.extra(Tag::new(&watched.connection)),
            None => connected,
        }
    }
}

/// What is read into has been made tokio's for the guard. Where the IO is TCP of tokio's, which most is, it need not be made
/// hyper's and tokio's once more. The compiler knows which it is.
#[inline]
fn poll_read<I: hyper::rt::Read + Unpin + 'static>(
    mut inner: Pin<&mut TokioIo<I>>,
    cx: &mut Context<'_>,
    buf: &mut ReadBuf<'_>,
) -> Poll<io::Result<()>> {
    let io: &mut dyn Any = inner.inner_mut();
    match io.downcast_mut::<TokioIo<TcpStream>>() {
        Some(tcp) => Pin::new(tcp.inner_mut()).poll_read(cx, buf),
        None => inner.poll_read(cx, buf),
    }
}

impl<I: hyper::rt::Read + Unpin + 'static> AsyncRead for GuardedIo<I> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.project();
        let Some(watched) = this.watched else { return poll_read(this.inner, cx, buf) };
        let (before, room) = (buf.filled().len(), buf.remaining());
        watched.check(ready!(poll_read(this.inner, cx, buf)))?;
        let read = &buf.filled()[before..];
        watched.read(read, room);
        Poll::Ready(Ok(()))
    }
}

impl<I: hyper::rt::Write> AsyncWrite for GuardedIo<I> {
    #[inline]
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.project();
        let Some(watched) = this.watched else { return this.inner.poll_write(cx, buf) };
        let written = watched.check(ready!(this.inner.poll_write(cx, buf)))?;
        watched.written(&buf[..written.min(buf.len())]);
        Poll::Ready(Ok(written))
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.project();
        let Some(watched) = this.watched else { return this.inner.poll_flush(cx) };
        Poll::Ready(watched.check(ready!(this.inner.poll_flush(cx))))
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.project();
        let Some(watched) = this.watched else { return this.inner.poll_shutdown(cx) };
        watched.connection.shutdown();
        this.inner.poll_shutdown(cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    #[inline]
    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.project();
        let Some(watched) = this.watched else { return this.inner.poll_write_vectored(cx, bufs) };
        let written = watched.check(ready!(this.inner.poll_write_vectored(cx, bufs)))?;
        let mut left = written;
        for buf in bufs {
            let length = left.min(buf.len());
            watched.written(&buf[..length]);
            left -= length;
        }
        Poll::Ready(Ok(written))
    }
}
