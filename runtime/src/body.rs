//! A response body that knows how far it was read and says so when it ends.
//!
//! It passes everything through unchanged and never reads on its own; what the policy [`Drain`](crate::Policy::Drain)
//! asks for happens after the last who could see it has dropped it.
//! A body which is taken out with [`GuardedBody::into_inner`] is no longer watched.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Buf;
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;

use crate::drain::{self, Rescue};
use crate::event::Drained;
use crate::exchange::Exchange;
use crate::{Site, Verdict};

pin_project! {
    /// A response body under guard: the same frames, sizes and errors as the one inside.
    ///
    /// ```
    /// # #[cfg(feature = "enabled")] {
    /// use http::Response;
    /// use undrained::GuardedBody;
    ///
    /// /// For code that wants the client's own body type; the guard sees no more of this response.
    /// fn unguarded<B>(response: Response<GuardedBody<B>>) -> Response<B> {
    ///     response.map(GuardedBody::into_inner)
    /// }
    /// # }
    /// ```
    pub struct GuardedBody<B> {
        watch: Watch,
        // Taken out for the last time when the whole is dropped or taken apart.
        #[pin]
        inner: Option<B>,
        rescue: Rescue<B>,
    }

    impl<B> PinnedDrop for GuardedBody<B> {
        fn drop(this: Pin<&mut Self>) {
            let this = this.project();
            // The note must be left before the client can act on the drop of what is inside.
            match drain::limits(this.watch) {
                Some(limits) => (this.rescue)(this.inner, std::mem::take(this.watch), limits),
                None => this.watch.abandon(None),
            }
        }
    }
}

const IN_USE: &str = "a body is taken out only when its wrapper ends";

impl<B: Body> GuardedBody<B> {
    /// `None` is not watched.
    pub(crate) fn new(inner: B, exchange: Option<Box<Exchange>>) -> Self
    where
        B: Send + Unpin + 'static,
    {
        let mut watch = Watch::new(exchange);
        if watch.is_watching() && inner.is_end_stream() {
            watch.end(Verdict::Exempt);
        }
        Self { watch, inner: Some(inner), rescue: drain::rescue::<B> }
    }
}

impl<B> GuardedBody<B> {
    /// The body inside.
    pub fn get_ref(&self) -> &B {
        self.inner.as_ref().expect(IN_USE)
    }

    /// The body inside. What is read from it directly is not counted.
    pub fn get_mut(&mut self) -> &mut B {
        self.inner.as_mut().expect(IN_USE)
    }

    /// The body inside, from now on unwatched: nothing is reported about its end.
    pub fn into_inner(mut self) -> B {
        self.watch.forget();
        self.inner.take().expect(IN_USE)
    }
}

impl<B: Body> Body for GuardedBody<B> {
    type Data = B::Data;
    type Error = B::Error;

    #[inline]
    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        let this = self.project();
        let mut inner = this.inner.as_pin_mut().expect(IN_USE);
        if !this.watch.is_watching() {
            return inner.poll_frame(cx);
        }
        this.watch.begin();
        let polled = inner.as_mut().poll_frame(cx);
        match &polled {
            Poll::Pending => {}
            Poll::Ready(Some(Ok(frame))) => {
                let length = frame.data_ref().map_or(0, |data| data.remaining() as u64);
                this.watch.read(length);
                if inner.is_end_stream() {
                    this.watch.end(Verdict::Drained);
                }
            }
            Poll::Ready(Some(Err(_))) => this.watch.end(Verdict::Failed),
            Poll::Ready(None) => this.watch.end(Verdict::Drained),
        }
        polled
    }

    #[inline]
    fn is_end_stream(&self) -> bool {
        self.get_ref().is_end_stream()
    }

    #[inline]
    fn size_hint(&self) -> SizeHint {
        self.get_ref().size_hint()
    }
}

impl<B: fmt::Debug> fmt::Debug for GuardedBody<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GuardedBody").field("inner", &self.inner).finish_non_exhaustive()
    }
}

/// Follows a body and reports its end, once. Without an exchange it does nothing.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    exchange: Option<Box<Exchange>>,
}

impl Watch {
    pub(crate) fn new(exchange: Option<Box<Exchange>>) -> Self {
        Self { exchange }
    }

    #[inline]
    pub(crate) fn exchange(&self) -> Option<&Exchange> {
        self.exchange.as_deref()
    }

    #[inline]
    fn is_watching(&self) -> bool {
        self.exchange.is_some()
    }

    /// Reading begins, if it has not yet.
    #[inline]
    pub(crate) fn begin(&mut self) {
        if let Some(exchange) = &mut self.exchange {
            exchange.begin();
        }
    }

    #[inline]
    pub(crate) fn read(&mut self, length: u64) {
        if let Some(exchange) = &mut self.exchange {
            exchange.read(length);
        }
    }

    /// So much was read since the beginning.
    #[cfg(feature = "ureq")]
    pub(crate) fn read_until(&mut self, total: u64) {
        let Some(before) = self.exchange().map(Exchange::bytes_read) else { return };
        let more = total.saturating_sub(before);
        if more > 0 {
            self.begin();
            self.read(more);
        }
    }

    #[inline]
    pub(crate) fn end(&mut self, verdict: Verdict) {
        if let Some(exchange) = self.exchange.take() {
            exchange.end(verdict);
        }
    }

    /// The place of a drop, if that is to be told.
    pub(crate) fn drop_site(&self) -> Option<Site> {
        self.exchange().and_then(Exchange::drop_site)
    }

    /// The body is about to be dropped, here.
    #[inline]
    pub(crate) fn abandon(&mut self, drained: Option<Drained>) {
        if self.exchange.is_some() {
            self.abandon_at(self.drop_site(), drained);
        }
    }

    /// The body is about to be dropped, after it was given up at `site`.
    pub(crate) fn abandon_at(&mut self, site: Option<Site>, drained: Option<Drained>) {
        if let Some(exchange) = self.exchange.take() {
            exchange.dropped(site, drained);
        }
    }

    /// The body is taken out and no longer watched.
    pub(crate) fn forget(&mut self) {
        if let Some(exchange) = self.exchange.take() {
            exchange.forgotten();
        }
    }
}
