//! One connection: its responses, the drop whose consequence is still to be seen, and its end.
//!
//! A drop leaves its note *before* the inner body is dropped, so whatever the client does because of
//! it comes after the note. The note is settled by the first thing that shows the consequence:
//! another response on the connection (survived) or the connection's end.
//!
//! An end has many causes, and only one of them is the drop. It counts as lost only if the client
//! shut the connection down while it still meant to use it: nothing had been received that ends it
//! (end of file, an error, a head that says so), nothing had been written since the drop, and the pool had
//! not let go of it. Everything else is unknown, never guessed from the time that passed.

use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};

use crate::event::{BodyEnded, ConnectionClosed, ConnectionSeen, GoAway, ResetsSeen, ResponseSeen};
use crate::ledger::{Ledger, lock};
use crate::scope::Entry;
use crate::tally::Account;
use crate::{Closing, Fate};

/// An early drop on its way to the reporter.
#[derive(Debug)]
pub(crate) struct Note {
    pub(crate) ended: BodyEnded,
    pub(crate) account: Arc<Account>,
    pub(crate) scope: Option<Entry>,
    /// The end of the body was not reached, so that the connection can be closed because of it.
    pub(crate) can_cost: bool,
}

/// What is shared between a connection's IO, its responses and their bodies.
pub(crate) struct Connection {
    id: u64,
    connect: Duration,
    opened: Instant,
    ledger: Arc<Ledger>,
    /// Where it leads. For a client that does not tell, the first response does.
    account: OnceLock<Arc<Account>>,
    /// How many [`Tag`]s there are: zero once the pool has let go of the connection.
    tags: AtomicUsize,
    /// There is a pending note, so that writes matter.
    noted: AtomicBool,
    /// Nothing has been read yet of the last response's body.
    unread: AtomicBool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    responses: u64,
    /// When the last body on it ended.
    free_since: Option<Instant>,
    pending: Option<Note>,
    /// The last response, if its body can keep the connection busy.
    held: Option<ResponseSeen>,
    /// Something was written after the pending drop: another request is under way.
    written: bool,
    /// Which response's body has left the guard.
    unwatched: Option<u64>,
    /// What is going to end it, whatever happens to bodies.
    ending: Option<Closing>,
    /// Decided by the first shutdown.
    closing: Option<Closing>,
    ended: bool,
    /// The end was told.
    told: bool,
    cancelled: u64,
    internal: u64,
    warned: bool,
}

impl Connection {
    pub(crate) fn new(ledger: Arc<Ledger>, id: u64, connect: Duration) -> Self {
        Self {
            id,
            connect,
            opened: Instant::now(),
            ledger,
            account: OnceLock::new(),
            tags: AtomicUsize::new(0),
            noted: AtomicBool::new(false),
            unread: AtomicBool::new(false),
            state: Mutex::default(),
        }
    }

    pub(crate) fn id(&self) -> u64 {
        self.id
    }

    /// It leads to this origin, as far as nothing else is known.
    pub(crate) fn belongs_to(self: &Arc<Self>, account: &Arc<Account>) {
        self.account.get_or_init(|| {
            account.opened(self);
            Arc::clone(account)
        });
    }

    /// The account of its origin, if that is known yet.
    pub(crate) fn account(&self) -> Option<&Arc<Account>> {
        self.account.get()
    }

    /// A response to a request that was sent at `sent` has arrived.
    pub(crate) fn response(self: &Arc<Self>, account: &Arc<Account>, sent: Instant) -> ConnectionSeen {
        self.belongs_to(account);
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
            (seen, self.unpend(&mut state))
        };
        if let Some(note) = settled {
            self.ledger.settle(note, Fate::Survived, None);
        }
        seen
    }

    /// The body of the last response keeps it busy until it is read.
    pub(crate) fn holds(&self, seen: &ResponseSeen) {
        lock(&self.state).held = Some(seen.clone());
        self.unread.store(true, Ordering::Relaxed);
    }

    /// That body is read, or gone.
    pub(crate) fn no_longer_holds(&self) {
        self.unread.store(false, Ordering::Relaxed);
    }

    /// Which response's body is held, if one is.
    pub(crate) fn holding(&self) -> Option<u64> {
        self.unread.load(Ordering::Relaxed).then(|| lock(&self.state).responses)
    }

    /// That response, if its body is still held. It is given away once.
    pub(crate) fn held(&self, nth: u64) -> Option<ResponseSeen> {
        let mut state = lock(&self.state);
        let still = self.unread.load(Ordering::Relaxed) && state.responses == nth;
        if still { state.held.take() } else { None }
    }

    fn unpend(&self, state: &mut State) -> Option<Note> {
        self.noted.store(false, Ordering::Relaxed);
        state.pending.take()
    }

    pub(crate) fn take_pending(&self) -> Option<Note> {
        let mut state = lock(&self.state);
        self.unpend(&mut state)
    }

    /// Another connection was opened to the same origin. If that was after a drop on this one, it will not be waited for
    /// any longer.
    #[cfg(feature = "addresses")]
    pub(crate) fn replaced_by(&self, new: &Self) {
        let note = {
            let mut state = lock(&self.state);
            let began = new.opened.checked_sub(new.connect);
            let after = state.free_since.zip(began).is_some_and(|(dropped, began)| dropped <= began);
            if after { self.unpend(&mut state) } else { None }
        };
        if let Some(mut note) = note {
            note.ended.replaced_by = Some(new.id);
            self.ledger.settle(note, Fate::Unknown, None);
        }
    }

    /// Whatever becomes of the bodies on it, this is going to end it.
    pub(crate) fn will_end(&self, closing: Closing) {
        lock(&self.state).ending.get_or_insert(closing);
    }

    /// A body on it has left the guard.
    pub(crate) fn unwatched(&self) {
        let mut state = lock(&self.state);
        state.unwatched = Some(state.responses);
    }

    /// A body has ended in a way that says nothing against the connection.
    pub(crate) fn body_ended(&self) {
        lock(&self.state).free_since = Some(Instant::now());
    }

    /// The body of the `nth` response is about to be dropped before its end.
    pub(crate) fn body_dropped(&self, nth: u64, note: Note) {
        let (note, fate, closing) = {
            let mut state = lock(&self.state);
            state.free_since = Some(Instant::now());
            if state.responses > nth {
                // A body that had arrived whole frees its connection while it is still held.
                (note, Fate::Survived, None)
            } else if state.ended {
                // It ended before the drop, so the drop is not the cause.
                (note, Fate::Unknown, state.closing)
            } else {
                state.written = false;
                self.noted.store(true, Ordering::Relaxed);
                match state.pending.replace(note) {
                    Some(older) => (older, Fate::Unknown, None),
                    None => return,
                }
            }
        };
        self.ledger.settle(note, fate, closing);
    }

    /// The client has written something.
    pub(crate) fn written(&self) {
        if self.noted.load(Ordering::Relaxed) {
            lock(&self.state).written = true;
        }
    }

    /// The client shuts its IO down. Later calls change nothing.
    pub(crate) fn shutdown(&self) {
        let in_use = self.tags.load(Ordering::Acquire) > 0;
        let mut state = lock(&self.state);
        if state.closing.is_none() {
            state.closing = Some(state.ending.unwrap_or(match &state.pending {
                _ if !in_use => Closing::Pool,
                Some(note) if note.can_cost && !state.written => Closing::Drop,
                None if state.unwatched == Some(state.responses) => Closing::Unwatched,
                _ => Closing::Client,
            }));
        }
    }

    /// The IO is gone.
    pub(crate) fn end(&self) {
        let (pending, closing) = {
            let mut state = lock(&self.state);
            state.ended = true;
            // Without a shutdown it was dropped with whatever drove it.
            let closing = state.closing.or(state.ending).unwrap_or(Closing::Pool);
            state.closing = Some(closing);
            (self.unpend(&mut state), closing)
        };
        self.ledger.closed(self.id);
        if let Some(note) = pending {
            let fate = if closing == Closing::Drop { Fate::Lost } else { Fate::Unknown };
            self.ledger.settle(note, fate, Some(closing));
        }
        // The last response may still be on its way to whoever reads its head, which can say that this was to be.
        if closing != Closing::Client || self.tags.load(Ordering::Acquire) == 0 {
            self.tell_end();
        }
    }

    /// Tells the end, once.
    fn tell_end(&self) {
        let (responses, closing) = {
            let mut state = lock(&self.state);
            if !state.ended || std::mem::replace(&mut state.told, true) {
                return;
            }
            let closing = state.closing.unwrap_or(Closing::Pool);
            let closing = if closing == Closing::Client { state.ending.unwrap_or(closing) } else { closing };
            state.closing = Some(closing);
            (state.responses, closing)
        };
        let account = self.account.get();
        if let Some(account) = account {
            account.closed(self.id, closing, self.connect);
        }
        self.ledger.reporter().closed(&ConnectionClosed {
            id: self.id,
            origin: account.map(|account| account.origin().clone()),
            connect: self.connect,
            responses,
            age: self.opened.elapsed(),
            closing,
        });
    }

    /// The client has sent RST_STREAM, because something was dropped or by itself.
    pub(crate) fn stream_reset(&self, cancelled: bool) {
        let warn = {
            let mut state = lock(&self.state);
            *if cancelled { &mut state.cancelled } else { &mut state.internal } += 1;
            let close = state.internal >= ResetsSeen::LIMIT / 2 && !state.warned;
            state.warned |= close;
            close
        };
        if warn {
            self.tell_resets(None);
        }
    }

    /// GOAWAY was sent or received.
    pub(crate) fn going_away(&self, going_away: GoAway) {
        self.will_end(Closing::GoAway);
        // A connection that is closed in peace says so as well.
        if going_away.code != 0 {
            self.tell_resets(Some(going_away));
        }
    }

    fn tell_resets(&self, going_away: Option<GoAway>) {
        let (cancelled, internal) = {
            let state = lock(&self.state);
            (state.cancelled, state.internal)
        };
        let origin = self.account.get().map(|account| account.origin().clone());
        self.ledger.reporter().resets(&ResetsSeen { connection: self.id, origin, cancelled, internal, going_away });
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
#[derive(Debug)]
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
        if self.0.tags.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.0.tell_end();
        }
    }
}
