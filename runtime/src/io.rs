//! IO that tells how its connection is used and how it ends.
//!
//! Everything is passed through: vectored writes, and what the inner connection says about itself
//! (ALPN, proxies, other extras). How a connection comes here is its client's business: see `clients/`.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use hyper_util::client::legacy::connect::{Connected, Connection as Connects};
use hyper_util::rt::TokioIo;
use pin_project_lite::pin_project;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

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
        wire: Wire,
        watched: Watched,
    }
}

impl<I> GuardedIo<I> {
    pub(crate) fn new(inner: I, connection: Arc<Connection>) -> Self {
        Self { inner: TokioIo::new(inner), wire: Wire::new(), watched: Watched(connection) }
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
struct Watched(Arc<Connection>);

impl Watched {
    /// Passes `polled` on; after an error nothing more can be expected of the peer.
    fn check<T>(&self, polled: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if matches!(polled, Poll::Ready(Err(_))) {
            self.0.will_end(Closing::Peer);
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
        let (before, room) = (buf.filled().len(), buf.remaining());
        let polled = this.inner.poll_read(cx, buf);
        if matches!(polled, Poll::Ready(Ok(()))) {
            let read = &buf.filled()[before..];
            if read.is_empty() && room > 0 {
                this.watched.0.will_end(Closing::Peer);
            }
            this.wire.read(read, &this.watched.0);
        }
        this.watched.check(polled)
    }
}

impl<I: hyper::rt::Write> AsyncWrite for GuardedIo<I> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.project();
        let polled = this.watched.check(this.inner.poll_write(cx, buf));
        if let Poll::Ready(Ok(written)) = polled {
            this.watched.0.written();
            this.wire.written(&buf[..written.min(buf.len())], &this.watched.0);
        }
        polled
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
        let polled = this.watched.check(this.inner.poll_write_vectored(cx, bufs));
        if let Poll::Ready(Ok(mut written)) = polled {
            this.watched.0.written();
            for buf in bufs {
                let length = written.min(buf.len());
                this.wire.written(&buf[..length], &this.watched.0);
                written -= length;
            }
        }
        polled
    }
}
