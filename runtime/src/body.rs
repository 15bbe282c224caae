//! A response body that knows how far it was read and says so when it ends.
//!
//! It passes everything through unchanged and never reads on its own.
//! A body which is taken out with [`GuardedBody::into_inner`] is no longer watched.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Buf;
use http::Version;
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;

use crate::ledger::{Connection, Ledger};
use crate::{BodyEnded, Fate, ResponseSeen, Site, Verdict};

pin_project! {
    /// A response body under guard: the same frames, sizes and errors as the one inside.
    ///
    /// ```
    /// use http::Response;
    /// use undrained::GuardedBody;
    ///
    /// /// For code that wants the client's own body type; the guard sees no more of this response.
    /// fn unguarded<B>(response: Response<GuardedBody<B>>) -> Response<B> {
    ///     response.map(GuardedBody::into_inner)
    /// }
    /// ```
    #[derive(Debug)]
    pub struct GuardedBody<B> {
        // Dropped before `inner`: the note must be left before the client can act on the drop.
        watch: Watch,
        #[pin]
        inner: B,
    }
}

impl<B: Body> GuardedBody<B> {
    pub(crate) fn new(inner: B, subject: Subject) -> Self {
        let mut watch = Watch { subject: Some(subject), read: 0, left: inner.size_hint().exact() };
        if inner.is_end_stream() {
            watch.end(Verdict::Exempt);
        }
        Self { watch, inner }
    }
}

impl<B> GuardedBody<B> {
    /// The body inside.
    pub fn get_ref(&self) -> &B {
        &self.inner
    }

    /// The body inside. What is read from it directly is not counted.
    pub fn get_mut(&mut self) -> &mut B {
        &mut self.inner
    }

    /// The body inside, from now on unwatched: nothing is reported about its end.
    pub fn into_inner(mut self) -> B {
        self.watch.subject = None;
        self.inner
    }
}

impl<B: Body> Body for GuardedBody<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        let mut this = self.project();
        let polled = ready!(this.inner.as_mut().poll_frame(cx));
        match &polled {
            Some(Ok(frame)) => {
                this.watch.read += frame.data_ref().map_or(0, |data| data.remaining() as u64);
                this.watch.left = this.inner.size_hint().exact();
                if this.inner.is_end_stream() {
                    this.watch.end(Verdict::Drained);
                }
            }
            Some(Err(_)) => this.watch.end(Verdict::Failed),
            None => this.watch.end(Verdict::Drained),
        }
        Poll::Ready(polled)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

/// Whose body it is, and whether anything depends on its end.
#[derive(Debug)]
pub(crate) struct Subject {
    pub(crate) ledger: Arc<Ledger>,
    pub(crate) connection: Option<Arc<Connection>>,
    pub(crate) response: Arc<ResponseSeen>,
    /// The connection could serve another request if this body is read to its end.
    pub(crate) reusable: bool,
}

/// Reports the end of a body, once.
#[derive(Debug)]
struct Watch {
    subject: Option<Subject>,
    read: u64,
    left: Option<u64>,
}

impl Watch {
    fn end(&mut self, verdict: Verdict) {
        let Some(subject) = self.subject.take() else {
            return;
        };
        if let Some(connection) = &subject.connection {
            connection.body_ended();
        }
        subject.ledger.reporter().body(&BodyEnded {
            response: subject.response,
            verdict,
            fate: None,
            read: self.read,
            left: self.left,
            site: None,
        });
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if self.subject.as_ref().is_some_and(|subject| !subject.reusable) {
            self.end(Verdict::Exempt);
        }
        let Some(Subject { ledger, connection, response, .. }) = self.subject.take() else {
            return;
        };
        let note = BodyEnded {
            verdict: if self.read == 0 { Verdict::Unread } else { Verdict::PartlyRead },
            fate: None,
            read: self.read,
            left: self.left,
            site: Some(Site::capture()),
            response: Arc::clone(&response),
        };
        match (connection, &response.connection) {
            (Some(connection), _) if response.version == Version::HTTP_2 => {
                connection.body_ended();
                ledger.settle(note, Fate::Reset);
            }
            (Some(connection), Some(seen)) => connection.body_dropped(seen.nth, note),
            _ => ledger.settle(note, Fate::Unknown),
        }
    }
}
