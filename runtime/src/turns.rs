//! Which response on a connection is the last, and whether a drop waits for the next one.
//!
//! Each response takes a turn, and only one after a drop has to look at what is behind the connection's lock. A drop
//! and the next response can come at once, where a body is dropped whose connection was free already. Both facts are in
//! one word, so one of the two comes first for all threads: the drop sees the response, or the response sees the drop.

#[cfg(all(loom, test))]
use loom::sync::atomic::{AtomicU64, Ordering};
#[cfg(not(all(loom, test)))]
use std::sync::atomic::{AtomicU64, Ordering};

/// Set while a drop waits; the bits above count responses.
const WAITING: u64 = 1;
const RESPONSE: u64 = 2;

#[derive(Debug)]
pub(crate) struct Turns(AtomicU64);

impl Turns {
    pub(crate) fn new() -> Self {
        Self(AtomicU64::new(0))
    }

    /// How many responses there were.
    pub(crate) fn responses(&self) -> u64 {
        self.0.load(Ordering::Acquire) / RESPONSE
    }

    /// Another response: which one it is, and whether a drop is waiting for it.
    #[inline]
    pub(crate) fn next(&self) -> (u64, bool) {
        let before = self.0.fetch_add(RESPONSE, Ordering::AcqRel);
        (before / RESPONSE + 1, before & WAITING != 0)
    }

    /// A drop of the `nth` response's body begins to wait for the next one, unless there was one already. Under the lock.
    pub(crate) fn wait(&self, nth: u64) -> bool {
        self.0.fetch_or(WAITING, Ordering::AcqRel) / RESPONSE == nth
    }

    /// No drop is waiting any more. Under the lock.
    pub(crate) fn stop_waiting(&self) {
        self.0.fetch_and(!WAITING, Ordering::AcqRel);
    }

    /// Whether a drop is waiting, for those to whom it does not matter if it began just now.
    #[inline]
    pub(crate) fn is_waiting(&self) -> bool {
        self.0.load(Ordering::Relaxed) & WAITING != 0
    }
}

/// In all orders in which two threads can come here: `cargo xtask loom`.
#[cfg(all(loom, test))]
mod tests {
    use loom::sync::{Arc, Mutex};
    use loom::thread;

    use super::*;

    /// As a connection does it: the first response's body is dropped while the second one arrives.
    #[test]
    fn drop_and_next_response_see_each_other_once() {
        loom::model(|| {
            let connection = Arc::new((Turns::new(), Mutex::new(None::<()>)));
            assert_eq!(connection.0.next(), (1, false));
            let arriving = {
                let connection = Arc::clone(&connection);
                thread::spawn(move || {
                    let (turns, pending) = &*connection;
                    let (nth, awaited) = turns.next();
                    assert_eq!(nth, 2);
                    if !awaited {
                        return false;
                    }
                    let mut pending = pending.lock().unwrap();
                    turns.stop_waiting();
                    pending.take().is_some()
                })
            };
            let (turns, pending) = &*connection;
            let survived_at_once = {
                let mut pending = pending.lock().unwrap();
                let waits = turns.wait(1);
                if waits {
                    *pending = Some(());
                }
                !waits
            };
            let survived_later = arriving.join().unwrap();
            assert!(survived_at_once != survived_later, "{survived_at_once} and {survived_later}");
            assert!(pending.lock().unwrap().is_none());
        });
    }
}
