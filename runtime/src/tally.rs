//! Totals for each origin and each site, and the table of them.
//!
//! Connections and bodies know their origin's [`Account`], so that adding to it looks nothing up.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use crate::connection::Connection;
use crate::event::BodyEnded;
use crate::ledger::{is_early, lock};
use crate::{Closing, DrainOutcome, Fate, Origin, Policy, Site};

/// Origins beyond this one are counted together.
const MAX_ORIGINS: usize = 1024;

/// Sites beyond this one are not listed, but counted with their origins.
const MAX_SITES: usize = 1024;

/// Failures beyond this one are not kept: the first of them say what to do.
const MAX_FAILURES: usize = 100;

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Totals {
    /// Responses.
    pub responses: u64,
    /// Those of them that came on a connection which had served before.
    pub reused: u64,
    /// Connections that were opened.
    pub opened: u64,
    /// Connections that were closed because a body was dropped.
    pub lost: u64,
    /// Drops after which the connection served again.
    pub survived: u64,
    /// Drops which reset a stream of HTTP/2.
    pub reset: u64,
    /// Drops of which nobody saw what they did.
    pub unknown: u64,
    /// Connections that the client threw away by itself; see [`Closing::Client`].
    pub thrown_away: u64,
    /// Bodies that were held while another connection was opened.
    pub held: u64,
    /// Dropped bodies that the guard has read to their end.
    pub rescued: u64,
    /// Bytes that the guard has read of dropped bodies, also where it gave up.
    pub drained_bytes: u64,
    /// What it had taken to open the connections that were lost or thrown away: what it takes to replace them.
    pub price: Duration,
}

/// An origin's totals and what holds for it.
#[derive(Debug)]
pub(crate) struct Account {
    origin: Origin,
    policy: Policy,
    /// Responses but for those on `open` connections: these count their own, so that threads do not wait for
    /// each other at a counter to which all of them add with each request.
    counted: AtomicU64,
    /// Responses that were the first on their connection, or whose connection is not known.
    fresh: AtomicU64,
    totals: Mutex<Totals>,
    open: Mutex<HashMap<u64, Weak<Connection>>>,
}

impl Account {
    pub(crate) fn origin(&self) -> &Origin {
        &self.origin
    }

    pub(crate) fn policy(&self) -> Policy {
        self.policy
    }

    /// What was counted so far.
    fn totals(&self) -> Totals {
        let responses = {
            let open = lock(&self.open);
            let on_open: u64 = open.values().filter_map(Weak::upgrade).map(|connection| connection.responses()).sum();
            self.counted.load(Ordering::Relaxed) + on_open
        };
        let fresh = self.fresh.load(Ordering::Relaxed);
        Totals { responses, reused: responses.saturating_sub(fresh), ..lock(&self.totals).clone() }
    }

    pub(crate) fn opened(&self, connection: &Arc<Connection>) {
        lock(&self.totals).opened += 1;
        lock(&self.open).insert(connection.id(), Arc::downgrade(connection));
    }

    /// Responses that no connection counts for this account.
    pub(crate) fn counted(&self, responses: u64) {
        self.counted.fetch_add(responses, Ordering::Relaxed);
    }

    /// A response that was the first on its connection, or whose connection is not known.
    pub(crate) fn fresh(&self) {
        self.fresh.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn settled(&self, ended: &BodyEnded) {
        let mut totals = lock(&self.totals);
        match ended.fate {
            Some(Fate::Lost) => totals.lost += 1,
            Some(Fate::Survived) => totals.survived += 1,
            Some(Fate::Reset) => totals.reset += 1,
            Some(Fate::Unknown) => totals.unknown += 1,
            None => {}
        }
        totals.price += price(ended);
        if let Some(drained) = ended.drained {
            totals.drained_bytes += drained.bytes;
            totals.rescued += u64::from(drained.outcome == DrainOutcome::Complete);
        }
    }

    /// The connection has ended after so many responses that it counted for this account.
    pub(crate) fn closed(&self, connection: &Connection, closing: Closing, responses: u64) {
        {
            let mut open = lock(&self.open);
            open.remove(&connection.id());
            self.counted(responses);
        }
        if closing == Closing::Client {
            let mut totals = lock(&self.totals);
            totals.thrown_away += 1;
            totals.price += connection.connect();
        }
    }

    /// Connections whose bodies are held now, and which response's that is.
    pub(crate) fn holding(&self) -> Vec<(Arc<Connection>, u64)> {
        /// Who has more connections than this to one origin has other questions.
        const MAX_LOOKED_AT: usize = 256;
        let open = lock(&self.open);
        let open = open.values().take(MAX_LOOKED_AT).filter_map(Weak::upgrade);
        open.filter_map(|connection| connection.holding().map(|nth| (connection, nth))).collect()
    }

    /// A body was held while another connection was opened.
    pub(crate) fn held(&self) {
        lock(&self.totals).held += 1;
    }
}

/// What it takes to replace the connection, if it was lost.
fn price(ended: &BodyEnded) -> Duration {
    let connection = ended.response.connection.as_ref().filter(|_| ended.fate == Some(Fate::Lost));
    connection.map_or(Duration::ZERO, |connection| connection.connect)
}

/// All accounts of a guard.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    accounts: Mutex<HashMap<Origin, Arc<Account>>>,
    sites: Mutex<HashMap<Site, SiteTotals>>,
    failures: Mutex<Vec<BodyEnded>>,
}

impl Tally {
    /// `policy` says what holds for an origin.
    pub(crate) fn account(&self, origin: &Origin, policy: impl FnOnce(&Origin) -> Policy) -> Arc<Account> {
        let mut accounts = lock(&self.accounts);
        if let Some(account) = accounts.get(origin) {
            return Arc::clone(account);
        }
        let others = Origin::default();
        let origin = if accounts.len() < MAX_ORIGINS { origin } else { &others };
        let account = accounts.entry(origin.clone()).or_insert_with(|| {
            Arc::new(Account {
                origin: origin.clone(),
                policy: policy(origin),
                counted: AtomicU64::new(0),
                fresh: AtomicU64::new(0),
                totals: Mutex::default(),
                open: Mutex::default(),
            })
        });
        Arc::clone(account)
    }

    pub(crate) fn settled(&self, ended: &BodyEnded) {
        if ended.policy == Policy::Fail && is_early(ended.verdict) {
            let mut failures = lock(&self.failures);
            if failures.len() < MAX_FAILURES {
                failures.push(ended.clone());
            }
        }
        let Some(site) = &ended.site else { return };
        let mut sites = lock(&self.sites);
        if sites.len() >= MAX_SITES && !sites.contains_key(site) {
            return;
        }
        let totals = sites.entry(site.clone()).or_insert_with(|| SiteTotals {
            site: site.clone(),
            origin: ended.response.origin.clone(),
            drops: 0,
            lost: 0,
            price: Duration::ZERO,
        });
        totals.drops += 1;
        totals.lost += u64::from(ended.fate == Some(Fate::Lost));
        totals.price += price(ended);
    }

    pub(crate) fn failures(&self) -> Vec<BodyEnded> {
        lock(&self.failures).clone()
    }

    pub(crate) fn summary(&self) -> Summary {
        let mut origins: Vec<_> = lock(&self.accounts)
            .values()
            .map(|account| OriginTotals { origin: account.origin.clone(), totals: account.totals() })
            .collect();
        origins.sort_by_key(|it| (Reverse(it.totals.price), Reverse(it.totals.responses), it.origin.to_string()));
        let mut sites: Vec<_> = lock(&self.sites).values().cloned().collect();
        sites.sort_by_key(|it| (Reverse(it.lost), Reverse(it.price), Reverse(it.drops)));
        Summary { origins, sites }
    }
}

/// What one site has cost.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SiteTotals {
    /// Where bodies were dropped.
    pub site: Site,
    /// The origin of the first of them.
    pub origin: Origin,
    /// How many were dropped.
    pub drops: u64,
    /// How many connections that cost.
    pub lost: u64,
    /// What it had taken to open those.
    pub price: Duration,
}

/// What was counted for one origin.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct OriginTotals {
    /// The origin. One without a host stands for all that are too many to be counted apart.
    pub origin: Origin,
    /// Its totals.
    pub totals: Totals,
}

/// What a guard has counted so far. Displayed as a table, the most expensive first.
///
/// ```
/// use undrained::Guard;
///
/// let guard = Guard::new();
/// // … requests …
/// guard.flush();
/// println!("{}", guard.summary());
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Summary {
    /// Origins, those first that have cost most.
    pub origins: Vec<OriginTotals>,
    /// Sites, those first that have lost most.
    pub sites: Vec<SiteTotals>,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// More than that nobody reads; all of them are in [`Summary::sites`].
        const WORST: usize = 10;

        writeln!(
            f,
            "{:<40} {:>9} {:>7} {:>7} {:>5} {:>8} {:>6} {:>8} {:>10}",
            "origin", "responses", "reused", "opened", "lost", "survived", "reset", "unknown", "price"
        )?;
        for OriginTotals { origin, totals } in &self.origins {
            let reused = match totals.responses {
                0 => "-".to_owned(),
                responses => format!("{:.0} %", totals.reused as f64 * 100.0 / responses as f64),
            };
            // Formatted first, so that the columns have their widths.
            let (origin, price) = (origin.to_string(), format!("{:.1?}", totals.price));
            writeln!(
                f,
                "{origin:<40} {:>9} {reused:>7} {:>7} {:>5} {:>8} {:>6} {:>8} {price:>10}",
                totals.responses, totals.opened, totals.lost, totals.survived, totals.reset, totals.unknown
            )?;
            let others = [
                (totals.rescued, "dropped bodies were read by the guard"),
                (totals.held, "bodies were held while another connection was opened"),
                (totals.thrown_away, "connections were thrown away by the client itself"),
            ];
            for (count, what) in others.into_iter().filter(|(count, _)| *count > 0) {
                writeln!(f, "  {count} {what}")?;
            }
        }
        for site in self.sites.iter().take(WORST) {
            let price = format!("{:.1?}", site.price);
            writeln!(f, "  {} of {} drops lost a connection, {price}: {}", site.lost, site.drops, site.site)?;
        }
        Ok(())
    }
}
