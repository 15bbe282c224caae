//! Reading the rest of a body, within limits: in the background after a drop, or by hand.
//!
//! In the background it is a task of tokio's. The body has one owner at any time, so a reader and a drop cannot
//! get in each other's way. If there is no runtime, or it is shut down, the body is dropped as it would have been
//! without the guard.

use std::pin::Pin;
#[cfg(feature = "tokio")]
use std::sync::Arc;
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};

use http_body::Body;

use crate::Policy;
use crate::body::Watch;
use crate::event::{DrainOutcome, Drained};
#[cfg(feature = "tokio")]
use crate::ledger::Ledger;
use crate::ledger::lock;
use crate::policy::DrainLimits;

/// Takes a dropped body out of its wrapper and reads the rest of it. A function for the body's type, as a `Drop`
/// cannot ask whether that may be sent elsewhere.
pub(crate) type Rescue<B> = fn(Pin<&mut Option<B>>, Watch, DrainLimits);

/// The limits within which this body is to be read after it was dropped, if it is at all.
pub(crate) fn limits(watch: &Watch) -> Option<DrainLimits> {
    let exchange = watch.exchange()?;
    match exchange.policy() {
        Policy::Drain(limits) if exchange.owes_a_read() => Some(limits),
        _ => None,
    }
}

/// How many bodies are being read in the background, and who waits until there are none.
#[derive(Debug, Default)]
pub(crate) struct Drains {
    running: Mutex<(usize, Vec<Waker>)>,
}

impl Drains {
    /// Ready when no body is being read.
    pub(crate) fn poll_none(&self, cx: &Context<'_>) -> Poll<()> {
        let (count, waiting) = &mut *lock(&self.running);
        if *count == 0 {
            return Poll::Ready(());
        }
        if !waiting.iter().any(|waker| waker.will_wake(cx.waker())) {
            waiting.push(cx.waker().clone());
        }
        Poll::Pending
    }
}

/// A body that is being read in the background, as long as this lives.
#[cfg(feature = "tokio")]
#[derive(Debug)]
struct Draining(Arc<Ledger>);

#[cfg(feature = "tokio")]
impl Draining {
    fn begin(ledger: &Arc<Ledger>) -> Self {
        lock(&ledger.drains().running).0 += 1;
        Self(Arc::clone(ledger))
    }
}

#[cfg(feature = "tokio")]
impl Drop for Draining {
    fn drop(&mut self) {
        let waiting = {
            let (count, waiting) = &mut *lock(&self.0.drains().running);
            *count -= 1;
            if *count == 0 { std::mem::take(waiting) } else { Vec::new() }
        };
        waiting.into_iter().for_each(Waker::wake);
    }
}

/// Reads a blocking body to its end, within limits.
#[cfg(any(feature = "reqwest-blocking", feature = "ureq"))]
pub(crate) fn read_out(
    body: &mut impl std::io::Read,
    length: Option<u64>,
    limit: u64,
    time: std::time::Duration,
) -> Drained {
    let started = std::time::Instant::now();
    let mut drained = Drained { bytes: 0, outcome: DrainOutcome::TooLong };
    let mut piece = [0; 8192];
    while length.is_none_or(|length| length <= limit) && drained.bytes <= limit {
        match body.read(&mut piece) {
            Ok(0) => return Drained { outcome: DrainOutcome::Complete, ..drained },
            Ok(read) => drained.bytes += read as u64,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return Drained { outcome: DrainOutcome::Failed, ..drained },
        }
        if started.elapsed() > time {
            return Drained { outcome: DrainOutcome::TooLate, ..drained };
        }
    }
    drained
}

/// Leaves the note and lets go of a body that is not read.
fn give_up<B>(mut inner: Pin<&mut Option<B>>, mut watch: Watch, outcome: DrainOutcome) {
    watch.abandon(Some(Drained { bytes: 0, outcome }));
    inner.set(None);
}

/// Whether more than `limit` bytes are known to come.
fn is_too_long<B: Body>(body: &B, limit: u64) -> bool {
    body.size_hint().lower() > limit
}

#[cfg(not(feature = "tokio"))]
pub(crate) fn rescue<B: Body + Send + Unpin + 'static>(inner: Pin<&mut Option<B>>, watch: Watch, limits: DrainLimits) {
    let too_long = inner.as_ref().get_ref().as_ref().is_some_and(|body| is_too_long(body, limits.bytes));
    give_up(inner, watch, if too_long { DrainOutcome::TooLong } else { DrainOutcome::NoRuntime });
}

#[cfg(feature = "tokio")]
pub use in_tokio::drain;
#[cfg(feature = "tokio")]
pub(crate) use in_tokio::rescue;

#[cfg(feature = "tokio")]
mod in_tokio {
    use std::future::poll_fn;
    use std::task::ready;
    use std::time::Duration;

    use bytes::Buf;
    use tokio::runtime::Handle;
    use tokio::time::{Instant, Sleep, sleep_until};

    use super::*;
    use crate::Site;

    pub(crate) fn rescue<B: Body + Send + Unpin + 'static>(
        mut inner: Pin<&mut Option<B>>,
        watch: Watch,
        limits: DrainLimits,
    ) {
        let Some(body) = inner.as_ref().get_ref() else { return };
        if is_too_long(body, limits.bytes) {
            return give_up(inner, watch, DrainOutcome::TooLong);
        }
        let Ok(runtime) = Handle::try_current() else {
            return give_up(inner, watch, DrainOutcome::NoRuntime);
        };
        let Some(exchange) = watch.exchange() else { return };
        let draining = Draining::begin(exchange.ledger());
        let Some(body) = inner.as_mut().get_mut().take() else { return };
        let site = watch.drop_site();
        let deadline = Instant::now() + limits.time;
        let rest = Rest::new(body, limits.bytes);
        runtime.spawn(Rescued { watch: Some(watch), site, rest, deadline, timer: None, _draining: draining });
    }

    /// A dropped body on its way to its end.
    struct Rescued<B> {
        // Taken when the end is told, which is before the body goes. Without an end the runtime was shut down.
        watch: Option<Watch>,
        /// Where it was dropped.
        site: Option<Site>,
        rest: Rest<B>,
        deadline: Instant,
        timer: Option<Pin<Box<Sleep>>>,
        // Dropped last, when the body is gone.
        _draining: Draining,
    }

    impl<B> Rescued<B> {
        fn tell(&mut self, outcome: DrainOutcome) {
            if let Some(mut watch) = self.watch.take() {
                watch.abandon_at(self.site.take(), Some(Drained { bytes: self.rest.read, outcome }));
            }
        }
    }

    impl<B: Body + Unpin> Future for Rescued<B> {
        type Output = ();

        fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
            let this = &mut *self;
            let outcome = match this.rest.poll(cx) {
                Poll::Ready(outcome) => outcome,
                Poll::Pending => {
                    // Most bodies are there already and never need one.
                    let deadline = this.deadline;
                    let timer = this.timer.get_or_insert_with(|| Box::pin(sleep_until(deadline)));
                    ready!(timer.as_mut().poll(cx));
                    DrainOutcome::TooLate
                }
            };
            this.tell(outcome);
            Poll::Ready(())
        }
    }

    impl<B> Drop for Rescued<B> {
        fn drop(&mut self) {
            self.tell(DrainOutcome::NoRuntime);
        }
    }

    /// What is left of a body, read without keeping it.
    struct Rest<B> {
        body: B,
        limit: u64,
        read: u64,
    }

    impl<B: Body + Unpin> Rest<B> {
        fn new(body: B, limit: u64) -> Self {
            Self { body, limit, read: 0 }
        }

        fn poll(&mut self, cx: &mut Context<'_>) -> Poll<DrainOutcome> {
            loop {
                match ready!(Pin::new(&mut self.body).poll_frame(cx)) {
                    Some(Ok(frame)) => self.read += frame.data_ref().map_or(0, |data| data.remaining() as u64),
                    Some(Err(_)) => return Poll::Ready(DrainOutcome::Failed),
                    None => return Poll::Ready(DrainOutcome::Complete),
                }
                if self.body.is_end_stream() {
                    return Poll::Ready(DrainOutcome::Complete);
                }
                if self.read > self.limit || is_too_long(&self.body, self.limit - self.read) {
                    return Poll::Ready(DrainOutcome::TooLong);
                }
            }
        }
    }

    impl<B> Unpin for Rescued<B> {}

    /// Reads a body that nobody wants to its end, so that its connection can be used again.
    ///
    /// It stops after `limit` bytes or when `time` has passed, and reads nothing if the body is known to be longer;
    /// then the body is dropped, and its connection may be lost. Any body will do, under guard or not: a response's
    /// comes out of it with `into_body`.
    ///
    /// ```no_run
    /// # async fn example(response: http::Response<hyper::body::Incoming>) {
    /// use std::time::Duration;
    /// use undrained::drain;
    ///
    /// if !response.status().is_success() {
    ///     drain(response, 256 * 1024, Duration::from_millis(50)).await;
    /// }
    /// # }
    /// ```
    pub async fn drain<B>(response: http::Response<B>, limit: u64, time: Duration) -> Drained
    where
        B: Body + Unpin,
    {
        let deadline = Instant::now() + time;
        let mut rest = Rest::new(response.into_body(), limit);
        if rest.body.is_end_stream() {
            return Drained { bytes: 0, outcome: DrainOutcome::Complete };
        }
        if is_too_long(&rest.body, limit) {
            return Drained { bytes: 0, outcome: DrainOutcome::TooLong };
        }
        let read = tokio::time::timeout_at(deadline, poll_fn(|cx| rest.poll(cx))).await;
        Drained { bytes: rest.read, outcome: read.unwrap_or(DrainOutcome::TooLate) }
    }
}
