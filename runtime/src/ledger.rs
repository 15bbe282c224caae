//! The open connections and, on each, at most one early drop whose consequence is still to be seen.
//!
//! A drop leaves its note *before* the inner body is dropped, so whatever the client does because of
//! it comes after the note. The note is settled by the first thing that shows the consequence:
//! another response on the connection (survived) or the connection's end.
//!
//! An end has many causes, and only one of them is the drop. It counts as lost only if the client
//! shut the connection down while it still meant to use it: nothing had been received that ends it
//! (end of file, an error), and the pool had not let go of it (idle expiry, a client that was
//! dropped, a pool that is off). Everything else is unknown, never guessed from the time that passed.

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use crate::{BodyEnded, ConnectionSeen, Fate, Reporter};

pub(crate) struct Ledger {
    reporter: Box<dyn Reporter>,
    last_id: AtomicU64,
    open: Mutex<HashMap<u64, Weak<Connection>>>,
}

impl Ledger {
    pub(crate) fn new(reporter: Box<dyn Reporter>) -> Self {
        Self { reporter, last_id: AtomicU64::new(0), open: Mutex::default() }
    }

    pub(crate) fn reporter(&self) -> &dyn Reporter {
        &*self.reporter
    }

    /// Enters a connection which took `connect` to open. It stays until [`Connection::end`].
    pub(crate) fn open(self: &Arc<Self>, connect: Duration) -> Arc<Connection> {
        let connection = Arc::new(Connection {
            id: self.last_id.fetch_add(1, Ordering::Relaxed) + 1,
            connect,
            ledger: Arc::clone(self),
            tags: AtomicUsize::new(0),
            state: Mutex::default(),
        });
        lock(&self.open).insert(connection.id, Arc::downgrade(&connection));
        connection
    }

    pub(crate) fn open_connections(&self) -> usize {
        lock(&self.open).len()
    }

    pub(crate) fn flush(&self) {
        // Collected first, so that a reporter never runs under a lock of ours.
        let open: Vec<_> = lock(&self.open).values().filter_map(Weak::upgrade).collect();
        for connection in open {
            let pending = lock(&connection.state).pending.take();
            if let Some(note) = pending {
                self.settle(note, Fate::Unknown);
            }
        }
        self.reporter.flush();
    }

    pub(crate) fn settle(&self, mut note: BodyEnded, fate: Fate) {
        note.fate = Some(fate);
        self.reporter.body(&note);
    }
}

impl fmt::Debug for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ledger").finish_non_exhaustive()
    }
}

/// What is shared between a connection's IO, its responses and their bodies.
pub(crate) struct Connection {
    id: u64,
    connect: Duration,
    ledger: Arc<Ledger>,
    /// How many [`Tag`]s there are: zero once the pool has let go of the connection.
    tags: AtomicUsize,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    responses: u64,
    /// When the last body on it ended.
    free_since: Option<Instant>,
    pending: Option<BodyEnded>,
    /// The peer has ended it, or it broke.
    peer_gone: bool,
    /// Set by the first shutdown: whether the pending drop is the cause of it.
    lost: Option<bool>,
    ended: bool,
}

impl Connection {
    /// A response to a request that was sent at `sent` has arrived.
    pub(crate) fn response(&self, sent: Instant) -> ConnectionSeen {
        let (seen, settled) = {
            let mut state = lock(&self.state);
            state.responses += 1;
            let idle = state.free_since.map(|since| sent.saturating_duration_since(since));
            let seen = ConnectionSeen {
                id: self.id,
                nth: state.responses,
                idle: if state.responses > 1 { idle.or(Some(Duration::ZERO)) } else { None },
                connect: self.connect,
            };
            (seen, state.pending.take())
        };
        if let Some(note) = settled {
            self.ledger.settle(note, Fate::Survived);
        }
        seen
    }

    /// A body has ended in a way that says nothing against the connection.
    pub(crate) fn body_ended(&self) {
        lock(&self.state).free_since = Some(Instant::now());
    }

    /// The body of the `nth` response is about to be dropped before its end.
    pub(crate) fn body_dropped(&self, nth: u64, note: BodyEnded) {
        let (note, fate) = {
            let mut state = lock(&self.state);
            state.free_since = Some(Instant::now());
            if state.responses > nth {
                // A body that had arrived whole frees its connection while it is still held.
                (note, Fate::Survived)
            } else if state.ended {
                // It ended before the drop, so the drop is not the cause.
                (note, Fate::Unknown)
            } else {
                match state.pending.replace(note) {
                    Some(older) => (older, Fate::Unknown),
                    None => return,
                }
            }
        };
        self.ledger.settle(note, fate);
    }

    /// The IO has shown that nothing more will come from the peer.
    pub(crate) fn peer_gone(&self) {
        lock(&self.state).peer_gone = true;
    }

    /// The client shuts its IO down. Later calls change nothing.
    pub(crate) fn shutdown(&self) {
        let mut state = lock(&self.state);
        let in_use = self.tags.load(Ordering::Acquire) > 0;
        let lost = state.pending.is_some() && in_use && !state.peer_gone;
        state.lost.get_or_insert(lost);
    }

    /// The IO is gone.
    pub(crate) fn end(&self) {
        let (pending, lost) = {
            let mut state = lock(&self.state);
            state.ended = true;
            (state.pending.take(), state.lost == Some(true))
        };
        lock(&self.ledger.open).remove(&self.id);
        if let Some(note) = pending {
            self.ledger.settle(note, if lost { Fate::Lost } else { Fate::Unknown });
        }
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The mark by which responses are matched with their connection.
///
/// A pool keeps it beside the connection and copies it into each response, where the service takes
/// it out again. So as long as there is one, the pool means to use the connection.
pub(crate) struct Tag(Arc<Connection>);

impl Tag {
    pub(crate) fn new(connection: &Arc<Connection>) -> Self {
        connection.tags.fetch_add(1, Ordering::Relaxed);
        Self(Arc::clone(connection))
    }

    pub(crate) fn connection(&self) -> Arc<Connection> {
        Arc::clone(&self.0)
    }
}

impl Clone for Tag {
    fn clone(&self) -> Self {
        self.0.tags.fetch_add(1, Ordering::Relaxed);
        Self(Arc::clone(&self.0))
    }
}

impl Drop for Tag {
    fn drop(&mut self) {
        self.0.tags.fetch_sub(1, Ordering::Release);
    }
}

/// A panic elsewhere must not turn into a second one in a drop, and no state here can be half written.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
