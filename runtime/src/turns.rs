//! Which response on a connection is the last, and whether a drop waits for the next one.
//!
//! Each response takes a turn, and only one after a drop has to look at what is behind the connection's lock. A drop
//! and the next response can come at once, where a body is dropped whose connection was free already. Both facts are in
//! one word, so one of the two comes first for all threads: the drop sees the response, or the response sees the drop.

#[cfg(all(loom, test))]
use loom::sync::atomic::{AtomicU64, Ordering};
#[cfg(not(all(loom, test)))]
use std::sync::atomic::{AtomicU64, Ordering};

/// Set while a drop waits.
const WAITING: u64 = 1;
/// Set when somebody has asked for the last time how many responses there were.
const CLOSED: u64 = 2;
/// The bits from here on count responses.
const RESPONSE: u64 = 4;

/// A response's turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    /// Which one it is.
    pub(crate) nth: u64,
    /// A drop is waiting for it.
    pub(crate) awaited: bool,
    /// Responses have been counted for the last time.
    pub(crate) late: bool,
}

#[derive(Debug, Default)]
pub(crate) struct Turns(AtomicU64);

impl Turns {
    /// How many responses there were.
    pub(crate) fn responses(&self) -> u64 {
        self.0.load(Ordering::Acquire) / RESPONSE
    }

    /// Another response.
    #[inline]
    pub(crate) fn next(&self) -> Turn {
        let before = self.0.fetch_add(RESPONSE, Ordering::AcqRel);
        Turn { nth: before / RESPONSE + 1, awaited: before & WAITING != 0, late: before & CLOSED != 0 }
    }

    /// How many responses there were, for the last time: those to come are late.
    pub(crate) fn close(&self) -> u64 {
        self.0.fetch_or(CLOSED, Ordering::AcqRel) / RESPONSE
    }

    /// A drop of the `nth` response's body begins to wait for the next one, unless there was one already. Under the lock.
    pub(crate) fn wait(&self, nth: u64) -> bool {
        self.0.fetch_or(WAITING, Ordering::AcqRel) / RESPONSE == nth
    }

    /// No drop is waiting any more. Under the lock.
    pub(crate) fn stop_waiting(&self) {
        self.0.fetch_and(!WAITING, Ordering::AcqRel);
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
            let connection = Arc::new((Turns::default(), Mutex::new(None::<()>)));
            assert_eq!(connection.0.next(), Turn { nth: 1, awaited: false, late: false });
            let arriving = {
                let connection = Arc::clone(&connection);
                thread::spawn(move || {
                    let (turns, pending) = &*connection;
                    let turn = turns.next();
                    assert_eq!(turn.nth, 2);
                    if !turn.awaited {
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

    #[test]
    fn response_is_counted_or_late() {
        loom::model(|| {
            let turns = Arc::new(Turns::default());
            let arriving = {
                let turns = Arc::clone(&turns);
                thread::spawn(move || turns.next().late)
            };
            let counted = turns.close();
            let late = arriving.join().unwrap();
            assert_eq!(counted, u64::from(!late));
        });
    }
}
