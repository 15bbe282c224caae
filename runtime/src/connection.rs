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
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};

use crate::event::{ConnectionClosed, GoAway, ResetsSeen};
use crate::ledger::{Ledger, lock};
use crate::note::Note;
use crate::tally::Account;
use crate::turns::{Turn, Turns};
use crate::{Closing, Fate};

/// The time when a body has ended, if nobody looked at the clock.
const NOBODY_LOOKED: u64 = u64::MAX;

/// What is shared between a connection's IO, its responses and their bodies.
pub(crate) struct Connection {
    id: u64,
    connect: Duration,
    transport: Option<Duration>,
    opened: Instant,
    ledger: Arc<Ledger>,
    responses: Responses,
    /// There is a pending note, as far as the IO has to know.
    pending: ForIo,
    state: Mutex<State>,
}

/// What each response asks for or changes, in one cache line.
#[derive(Default)]
#[repr(align(64))]
struct Responses {
    /// Where the connection leads. For a client that does not tell, the first response does.
    account: OnceLock<Arc<Account>>,
    /// How many [`Tag`]s there are: zero once the pool has let go of the connection.
    tags: AtomicUsize,
    /// How many there were, and whether there is a pending note.
    turns: Turns,
    /// Which one's body keeps the connection busy, with nothing of it read yet; zero if none does.
    unread: AtomicU64,
    /// Something was noted about that body.
    held: AtomicBool,
    /// When the last body ended, in nanoseconds since the connection was opened; zero before that, or [`NOBODY_LOOKED`].
    free_since: AtomicU64,
}

/// In a cache line of its own. Client and IO are often served by different threads, and what is above the client
/// writes with each response.
#[derive(Default)]
#[repr(align(64))]
struct ForIo(AtomicBool);

#[derive(Default)]
struct State {
    pending: Option<Box<Note>>,
    /// What was opened while which response's body was held.
    held: Option<(u64, HeldThrough)>,
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
    /// How many of its responses were to requests for another origin, and are counted there.
    elsewhere: u64,
    cancelled: u64,
    internal: u64,
    warned: bool,
}

impl Connection {
    pub(crate) fn new(ledger: Arc<Ledger>, id: u64, connect: Duration, transport: Option<Duration>) -> Self {
        Self {
            id,
            connect,
            transport,
            opened: Instant::now(),
            ledger,
            responses: Responses::default(),
            pending: ForIo::default(),
            state: Mutex::default(),
        }
    }

    #[inline]
    pub(crate) fn id(&self) -> u64 {
        self.id
    }

    pub(crate) fn connect(&self) -> Duration {
        self.connect
    }

    pub(crate) fn transport(&self) -> Option<Duration> {
        self.transport
    }

    #[inline]
    pub(crate) fn ledger(&self) -> &Arc<Ledger> {
        &self.ledger
    }

    /// It leads to this origin, as far as nothing else is known.
    pub(crate) fn belongs_to(self: &Arc<Self>, account: &Arc<Account>) {
        self.responses.account.get_or_init(|| {
            account.opened(self);
            Arc::clone(account)
        });
    }

    /// The account of its origin, if that is known yet.
    pub(crate) fn account(&self) -> Option<&Arc<Account>> {
        self.responses.account.get()
    }

    /// A response has arrived: which one of this connection. `holds`: its body keeps the connection busy.
    pub(crate) fn response(self: &Arc<Self>, account: &Arc<Account>, holds: bool) -> u64 {
        self.belongs_to(account);
        let is_own = self.account().is_some_and(|own| Arc::ptr_eq(own, account));
        let Turn { nth, awaited, late } = if is_own { self.responses.turns.next() } else { self.next_elsewhere() };
        if awaited && let Some(note) = self.take_pending() {
            self.ledger.settle(note, Fate::Survived, None);
        }
        if late || !is_own {
            account.counted(1);
        }
        if nth == 1 {
            account.fresh();
        }
        self.responses.unread.store(if holds { nth } else { 0 }, Ordering::Relaxed);
        nth
    }

    #[cold]
    fn next_elsewhere(&self) -> Turn {
        let mut state = lock(&self.state);
        state.elsewhere += 1;
        self.responses.turns.next()
    }

    /// The body of the `nth` response is read, or gone. What was opened while it was held, if something was: it is given
    /// away once.
    #[inline]
    pub(crate) fn no_longer_holds(&self, nth: u64) -> Option<HeldThrough> {
        // It is another one's by now if this body had arrived whole.
        if self.holding() == Some(nth) {
            self.responses.unread.store(0, Ordering::Relaxed);
        }
        if !self.responses.held.load(Ordering::Relaxed) {
            return None;
        }
        let (held, through) = lock(&self.state).held.take_if(|(held, _)| *held <= nth)?;
        self.responses.held.store(false, Ordering::Relaxed);
        (held == nth).then_some(through)
    }

    /// Which response's body is held, if one is.
    #[inline]
    pub(crate) fn holding(&self) -> Option<u64> {
        Some(self.responses.unread.load(Ordering::Relaxed)).filter(|nth| *nth > 0)
    }

    /// Something was opened while the body of the `nth` response was held, if it still is.
    pub(crate) fn held(&self, nth: u64, through: HeldThrough) {
        if self.holding() == Some(nth) {
            let mut state = lock(&self.state);
            if state.held.is_none_or(|(held, _)| held != nth) {
                state.held = Some((nth, through));
            }
            self.responses.held.store(true, Ordering::Relaxed);
        }
    }

    /// How long it had nothing to do when a request was sent at `sent`.
    pub(crate) fn idle(&self, sent: Instant) -> Option<Duration> {
        let sent = sent.saturating_duration_since(self.opened);
        match self.responses.free_since.load(Ordering::Relaxed) {
            // A body that was still being read when the request was sent leaves no time.
            0 => Some(Duration::ZERO),
            NOBODY_LOOKED => None,
            free_since => Some(sent.saturating_sub(Duration::from_nanos(free_since))),
        }
    }

    /// How many responses on it its account has to count.
    pub(crate) fn responses(&self) -> u64 {
        let state = lock(&self.state);
        self.responses.turns.responses() - state.elsewhere
    }

    fn unpend(&self, state: &mut State) -> Option<Box<Note>> {
        self.responses.turns.stop_waiting();
        self.pending.0.store(false, Ordering::Relaxed);
        state.pending.take()
    }

    pub(crate) fn take_pending(&self) -> Option<Box<Note>> {
        let mut state = lock(&self.state);
        self.unpend(&mut state)
    }

    /// Another connection was opened to the same origin. If that was after a drop on this one, it will not be waited for
    /// any longer.
    #[cfg(feature = "addresses")]
    pub(crate) fn replaced_by(&self, new: &Self) {
        let free_since = Duration::from_nanos(self.responses.free_since.load(Ordering::Relaxed));
        let began = new.opened.checked_sub(new.connect);
        let after = began.is_some_and(|began| !free_since.is_zero() && self.opened + free_since <= began);
        if let Some(mut note) = after.then(|| self.take_pending()).flatten() {
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
        lock(&self.state).unwatched = Some(self.responses.turns.responses());
    }

    /// From now on it has nothing to do, since when nobody wants to know.
    pub(crate) fn free_untimed(&self) {
        self.responses.free_since.store(NOBODY_LOOKED, Ordering::Relaxed);
    }

    /// From now on it has nothing to do.
    pub(crate) fn free(&self) {
        let open = self.opened.elapsed();
        // In 64 bits: it is done for each response, and a connection does not last for centuries.
        let nanos = open.as_secs().wrapping_mul(1_000_000_000) + u64::from(open.subsec_nanos());
        self.responses.free_since.store(nanos, Ordering::Relaxed);
    }

    /// The body of the `nth` response is about to be dropped before its end.
    pub(crate) fn body_dropped(&self, nth: u64, note: Box<Note>) {
        self.free();
        let (note, fate, closing) = {
            let mut state = lock(&self.state);
            if !self.responses.turns.wait(nth) {
                // A body that had arrived whole frees its connection while it is still held.
                (note, Fate::Survived, None)
            } else if state.ended {
                // It ended before the drop, so the drop is not the cause.
                (note, Fate::Unknown, state.closing)
            } else {
                state.written = false;
                self.pending.0.store(true, Ordering::Relaxed);
                match state.pending.replace(note) {
                    Some(older) => (older, Fate::Unknown, None),
                    None => return,
                }
            }
        };
        self.ledger.settle(note, fate, closing);
    }

    /// The client has written something.
    #[inline]
    pub(crate) fn written(&self) {
        if self.pending.0.load(Ordering::Relaxed) {
            lock(&self.state).written = true;
        }
    }

    /// The client shuts its IO down. Later calls change nothing.
    pub(crate) fn shutdown(&self) {
        let in_use = self.responses.tags.load(Ordering::Acquire) > 0;
        let mut state = lock(&self.state);
        if state.closing.is_none() {
            state.closing = Some(state.ending.unwrap_or(match &state.pending {
                _ if !in_use => Closing::Pool,
                Some(note) if note.can_cost && !state.written => Closing::Drop,
                None if state.unwatched == Some(self.responses.turns.responses()) => Closing::Unwatched,
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
        if closing != Closing::Client || self.responses.tags.load(Ordering::Acquire) == 0 {
            self.tell_end();
        }
    }

    /// One of its tags is gone.
    #[inline]
    pub(crate) fn no_longer_in_use(&self) {
        if self.responses.tags.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.tell_end();
        }
    }

    /// Tells the end, once.
    fn tell_end(&self) {
        let (closing, responses, elsewhere) = {
            let mut state = lock(&self.state);
            if !state.ended || std::mem::replace(&mut state.told, true) {
                return;
            }
            let closing = state.closing.unwrap_or(Closing::Pool);
            let closing = if closing == Closing::Client { state.ending.unwrap_or(closing) } else { closing };
            state.closing = Some(closing);
            (closing, self.responses.turns.close(), state.elsewhere)
        };
        let account = self.responses.account.get();
        if let Some(account) = account {
            account.closed(self, closing, responses - elsewhere);
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
        let origin = self.responses.account.get().map(|account| account.origin().clone());
        self.ledger.reporter().resets(&ResetsSeen { connection: self.id, origin, cancelled, internal, going_away });
    }
}

/// Another connection that was opened while a body was held.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeldThrough {
    pub(crate) opened: u64,
    pub(crate) connect: Duration,
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The mark by which responses are matched with their connection.
///
/// A pool keeps it beside the connection and copies it into each response, where the service takes it out again.
/// So as long as there is one that is not empty, the pool means to use the connection.
#[derive(Debug, Default)]
pub(crate) struct Tag(Option<Arc<Connection>>);

impl Tag {
    pub(crate) fn new(connection: &Arc<Connection>) -> Self {
        connection.responses.tags.fetch_add(1, Ordering::Relaxed);
        Self(Some(Arc::clone(connection)))
    }

    /// What is in it. The connection stays [in use](Connection::no_longer_in_use) all the same.
    #[inline]
    pub(crate) fn take(mut self) -> Option<Arc<Connection>> {
        self.0.take()
    }
}

impl Clone for Tag {
    fn clone(&self) -> Self {
        self.0.as_ref().map(Self::new).unwrap_or_default()
    }
}

impl Drop for Tag {
    #[inline]
    fn drop(&mut self) {
        if let Some(connection) = &self.0 {
            connection.no_longer_in_use();
        }
    }
}
