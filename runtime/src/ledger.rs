//! What all connections and responses of one guard share: who is told, what holds for an origin, what is open.
//!
//! The life of a single connection is in [`connection`](crate::connection).

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use crate::connection::Connection;
use crate::drain::Drains;
use crate::note::Note;
use crate::tally::{Account, Tally};
use crate::{Closing, ConnectionOpened, Fate, Origin, Policy, Reporter, Site, Sites, Summary, Verdict};

pub(crate) struct Ledger {
    number: u64,
    reporter: Box<dyn Reporter>,
    policy: Policy,
    overrides: HashMap<Origin, Policy>,
    off: bool,
    sites: Sites,
    spans: bool,
    /// Counts requests, for samples.
    requests: AtomicU32,
    last_id: AtomicU64,
    open: Mutex<BTreeMap<u64, Weak<Connection>>>,
    tally: Tally,
    drains: Drains,
}

impl Ledger {
    pub(crate) fn new(
        reporter: Box<dyn Reporter>,
        policy: Policy,
        overrides: HashMap<Origin, Policy>,
        sites: Sites,
        spans: bool,
    ) -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Self {
            number: LAST.fetch_add(1, Ordering::Relaxed) + 1,
            reporter,
            off: policy == Policy::Off && overrides.is_empty(),
            policy,
            overrides,
            sites,
            spans,
            requests: AtomicU32::new(0),
            last_id: AtomicU64::new(0),
            open: Mutex::default(),
            tally: Tally::default(),
            drains: Drains::default(),
        }
    }

    /// No other one has the same.
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    pub(crate) fn reporter(&self) -> &dyn Reporter {
        &*self.reporter
    }

    /// Nothing is watched, wherever it goes.
    #[inline]
    pub(crate) fn is_off(&self) -> bool {
        self.off
    }

    /// Each request has a span.
    pub(crate) fn spans(&self) -> bool {
        self.spans
    }

    pub(crate) fn drains(&self) -> &Drains {
        &self.drains
    }

    /// What is known of an origin.
    pub(crate) fn account(&self, origin: &Origin) -> Arc<Account> {
        self.tally.account(origin, |origin| self.overrides.get(origin).copied().unwrap_or(self.policy))
    }

    /// Enters a connection which took `connect` to open, of which `transport` is known. It stays until it ends.
    pub(crate) fn open(
        self: &Arc<Self>,
        origin: Option<Origin>,
        connect: Duration,
        transport: Option<Duration>,
    ) -> Arc<Connection> {
        let id = self.last_id.fetch_add(1, Ordering::Relaxed) + 1;
        let connection = Arc::new(Connection::new(Arc::clone(self), id, connect, transport));
        if let Some(origin) = &origin {
            connection.belongs_to(&self.account(origin));
        }
        lock(&self.open).insert(id, Arc::downgrade(&connection));
        self.reporter.opened(&ConnectionOpened { id, origin, connect, transport });
        connection
    }

    pub(crate) fn closed(&self, id: u64) {
        lock(&self.open).remove(&id);
    }

    pub(crate) fn open_connections(&self) -> usize {
        lock(&self.open).len()
    }

    /// The place of a request that comes through a trait, if it is to be told.
    #[inline]
    pub(crate) fn request_site(&self) -> Option<Site> {
        let wanted = match self.sites {
            Sites::Off | Sites::Drops => false,
            Sites::Sampled(n) => self.requests.fetch_add(1, Ordering::Relaxed).is_multiple_of(n.max(1)),
            Sites::Full => true,
        };
        wanted.then(Site::capture)
    }

    /// The place of a request whose caller the compiler knows.
    #[track_caller]
    pub(crate) fn caller(&self) -> Option<Site> {
        // Not `then(Site::caller)`, whose caller would be the standard library.
        if self.sites == Sites::Off { None } else { Some(Site::caller()) }
    }

    pub(crate) fn drop_site(&self) -> Option<Site> {
        (self.sites != Sites::Off).then(Site::capture)
    }

    pub(crate) fn flush(&self) {
        // Collected first, so that a reporter never runs under a lock of ours.
        let open: Vec<_> = lock(&self.open).values().filter_map(Weak::upgrade).collect();
        for connection in open {
            if let Some(note) = connection.take_pending() {
                self.settle(note, Fate::Unknown, None);
            }
        }
        self.reporter.flush();
    }

    /// Tells what became of an early drop.
    pub(crate) fn settle(&self, mut note: Box<Note>, fate: Fate, closing: Option<Closing>) {
        note.ended.fate = Some(fate);
        note.ended.closing = closing;
        note.account.settled(&note.ended);
        self.tally.settled(&note.ended);
        if let Some(entry) = &note.entry {
            entry.settled(&note.ended);
        }
        self.reporter.body(&note.ended);
    }

    pub(crate) fn summary(&self) -> Summary {
        self.tally.summary()
    }

    /// The drops on origins whose policy is to fail.
    pub(crate) fn failures(&self) -> Vec<crate::BodyEnded> {
        self.tally.failures()
    }
}

impl fmt::Debug for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ledger").finish_non_exhaustive()
    }
}

/// Whether a body that ended like this was dropped before its end.
pub(crate) fn is_early(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Unread | Verdict::PartlyRead)
}

/// A panic elsewhere must not turn into a second one in a drop, and no state here can be half written.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
