//! Which response on a connection is the last, and whether a drop waits for the next one.
//!
//! Each response takes a turn, and only those after a drop have to look at what is behind the connection's lock. A drop
//! and the next response can come at once, where a body is dropped whose connection was free already. Then at least
//! one of them sees the other: both write first and read then, in one order for all threads.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

#[derive(Debug)]
pub(crate) struct Turns {
    responses: AtomicU64,
    waiting: AtomicBool,
}

impl Turns {
    pub(crate) fn new() -> Self {
        Self { responses: AtomicU64::new(0), waiting: AtomicBool::new(false) }
    }

    /// How many responses there were.
    pub(crate) fn responses(&self) -> u64 {
        self.responses.load(Ordering::SeqCst)
    }

    /// Another response: which one it is, and whether a drop may be waiting for it.
    pub(crate) fn next(&self) -> (u64, bool) {
        let nth = self.responses.fetch_add(1, Ordering::SeqCst) + 1;
        (nth, self.waiting.load(Ordering::SeqCst))
    }

    /// A drop of the `nth` response's body begins to wait for another response, unless there was one already. Under the lock.
    pub(crate) fn wait(&self, nth: u64) -> bool {
        self.waiting.store(true, Ordering::SeqCst);
        self.responses() == nth
    }

    /// No drop is waiting any more. Under the lock.
    pub(crate) fn stop_waiting(&self) {
        self.waiting.store(false, Ordering::SeqCst);
    }

    /// Whether a drop may be waiting, for whom it does not matter if it began just now.
    pub(crate) fn is_waiting(&self) -> bool {
        self.waiting.load(Ordering::Relaxed)
    }
}
