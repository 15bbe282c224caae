//! Keeps what the guard sees, so that a test can look at it.

use std::fmt;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};

use crate::Reporter;
use crate::event::{BodyEnded, BodyHeld, ConnectionClosed, ConnectionOpened, ResetsSeen, ResponseSeen};

/// Keeps the events in memory, for tests. Clones share what they collect.
///
/// ```
/// use undrained::{Collector, Guard, Verdict};
///
/// let collector = Collector::default();
/// let guard = Guard::with_reporter(collector.clone());
/// // … run what is tested, with a client of this guard …
/// guard.flush();
/// assert!(collector.bodies().iter().all(|body| body.verdict != Verdict::Unread));
/// ```
///
/// It grows with every event, so it isn't for production.
#[derive(Clone, Default)]
pub struct Collector {
    collected: Arc<Mutex<Collected>>,
}

#[derive(Default)]
struct Collected {
    opened: Vec<ConnectionOpened>,
    held: Vec<BodyHeld>,
    resets: Vec<ResetsSeen>,
    closed: Vec<ConnectionClosed>,
    responses: Vec<ResponseSeen>,
    bodies: Vec<BodyEnded>,
    waiting: Vec<Waker>,
}

impl Collector {
    /// The responses so far.
    pub fn responses(&self) -> Vec<ResponseSeen> {
        self.lock().responses.clone()
    }

    /// The ended bodies so far, in the order in which their fates became known.
    pub fn bodies(&self) -> Vec<BodyEnded> {
        self.lock().bodies.clone()
    }

    /// The connections that were opened so far.
    pub fn opened(&self) -> Vec<ConnectionOpened> {
        self.lock().opened.clone()
    }

    /// The bodies that were held so far while another connection was opened.
    pub fn held(&self) -> Vec<BodyHeld> {
        self.lock().held.clone()
    }

    /// What was told of resets so far.
    pub fn resets(&self) -> Vec<ResetsSeen> {
        self.lock().resets.clone()
    }

    /// The connections that have ended so far.
    pub fn closed(&self) -> Vec<ConnectionClosed> {
        self.lock().closed.clone()
    }

    /// Waits until at least `count` bodies have been reported.
    pub async fn wait_for_bodies(&self, count: usize) -> Vec<BodyEnded> {
        poll_fn(|cx| {
            let mut collected = self.lock();
            if collected.bodies.len() >= count {
                return Poll::Ready(collected.bodies.clone());
            }
            collected.waiting.push(cx.waker().clone());
            Poll::Pending
        })
        .await
    }

    fn lock(&self) -> MutexGuard<'_, Collected> {
        self.collected.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Collector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let collected = self.lock();
        f.debug_struct("Collector")
            .field("responses", &collected.responses.len())
            .field("bodies", &collected.bodies.len())
            .finish()
    }
}

impl Reporter for Collector {
    fn opened(&self, opened: &ConnectionOpened) {
        self.lock().opened.push(opened.clone());
    }

    fn held(&self, held: &BodyHeld) {
        self.lock().held.push(held.clone());
    }

    fn resets(&self, resets: &ResetsSeen) {
        self.lock().resets.push(resets.clone());
    }

    fn closed(&self, closed: &ConnectionClosed) {
        self.lock().closed.push(closed.clone());
    }

    fn response(&self, seen: &ResponseSeen) {
        self.lock().responses.push(seen.clone());
    }

    fn body(&self, ended: &BodyEnded) {
        let waiting = {
            let mut collected = self.lock();
            collected.bodies.push(ended.clone());
            std::mem::take(&mut collected.waiting)
        };
        waiting.into_iter().for_each(Waker::wake);
    }
}
