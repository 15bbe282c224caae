//! One request with its response: what was asked, what is owed, and how the body ended.
//!
//! Clients tell about a request with [`Call`], which becomes an [`Exchange`] when the response is there; what
//! watches the body ends it. Only heads are looked at.
//!
//! Most bodies are read, and most reporters do not want to know. So what an event says is put together only when
//! it is told. Until then it is one box, which is moved about with futures and bodies, and whose memory is used again
//! for the next request ([`spare`](crate::spare)).

use std::sync::Arc;
use std::time::{Duration, Instant};

use http::{HeaderMap, Method, StatusCode, Version};
use tracing::Span;

use crate::connection::{Connection, Tag};
use crate::event::{BodyEnded, BodyHeld, ConnectionSeen, Drained};
use crate::guard::Guard;
use crate::heads::{Debt, RequestHead, debt, persistent};
use crate::ledger::Ledger;
use crate::note::Note;
use crate::scope::ScopeState;
use crate::span;
use crate::spare;
use crate::tally::Account;
use crate::{Closing, DrainOutcome, Fate, Origin, Path, Policy, ResponseSeen, Site, Verdict};

/// What has to be remembered of a request until its response arrives. Of the URI only what may be told.
#[derive(Debug)]
pub(crate) struct Call(Box<Exchange>);

impl Call {
    /// `None` if nothing is watched anywhere.
    pub(crate) fn new(guard: &Guard, head: RequestHead<'_>, site: Option<Site>) -> Option<Self> {
        let mut call = Self::linked(guard, head, site)?;
        let extras = call.0.extras();
        extras.ledger = Some(Arc::clone(guard.ledger()));
        extras.origin = Some(Origin::from(head.uri));
        Some(call)
    }

    /// For a client whose responses are known to say which connection they came on, and whose connections lead where
    /// the requests on them go. What the connection knows need not be remembered for each request, which would mean
    /// counters that all threads of a program write to.
    pub(crate) fn linked(guard: &Guard, head: RequestHead<'_>, site: Option<Site>) -> Option<Self> {
        let ledger = guard.ledger();
        if ledger.is_off() {
            return None;
        }
        let mut exchange = spare::take();
        exchange.method = head.method.clone();
        exchange.path = Path::from(head.uri);
        exchange.site = site;
        exchange.persistent = persistent(head.version, head.headers);
        let scope = ScopeState::current();
        let wanted = ledger.reporter().wants_responses();
        if wanted || scope.is_some() || ledger.spans() {
            exchange.is_followed(ledger, head, scope, wanted);
        }
        Some(Self(exchange))
    }

    /// In which the client does its work.
    #[inline]
    pub(crate) fn span(&self) -> Option<&Span> {
        self.0.extras.as_ref()?.span.as_ref()
    }

    /// The client has followed redirects, and it is that request which was answered.
    #[cfg(feature = "addresses")]
    pub(crate) fn went_to(mut self, uri: &http::Uri) -> Self {
        self.0.extras().origin = Some(Origin::from(uri));
        self.0.path = Path::from(uri);
        self
    }

    /// The response has arrived. `None` if nothing is watched there.
    ///
    /// `length` is the body's, if that is known. `tag` says on which connection it came.
    pub(crate) fn answered(
        self,
        status: StatusCode,
        version: Version,
        headers: &HeaderMap,
        length: Option<u64>,
        tag: Tag,
    ) -> Option<Box<Exchange>> {
        let mut exchange = self.0;
        exchange.status = status;
        exchange.version = version;
        exchange.length = length;
        exchange.connection = tag.take();
        let watched = exchange.arrive(headers);
        if let Some(connection) = &exchange.connection {
            connection.no_longer_in_use();
        }
        if watched {
            return Some(exchange);
        }
        spare::give(exchange);
        None
    }
}

/// A request, and its response whose body has not ended yet.
#[derive(Debug)]
pub(crate) struct Exchange {
    connection: Option<Arc<Connection>>,
    extras: Option<Box<Extras>>,

    method: Method,
    path: Path,
    site: Option<Site>,
    persistent: bool,

    status: StatusCode,
    version: Version,
    length: Option<u64>,
    /// Which of its connection's responses it is.
    nth: u64,
    debt: Debt,

    /// Somebody has begun to read, or nobody will.
    begun: bool,
    read: u64,
}

/// What most requests can do without: it is known of their connection, or nobody wants to know.
#[derive(Debug, Default)]
struct Extras {
    /// Unless it is the connection's.
    ledger: Option<Arc<Ledger>>,
    /// Where the request goes, unless it is where the connection leads.
    origin: Option<Origin>,
    /// Of that origin, if it is not the connection's.
    account: Option<Arc<Account>>,
    scope: Option<Arc<ScopeState>>,
    span: Option<Span>,
    /// The reporter wants to know of the response.
    wanted: bool,
    /// When it was sent, if somebody wants to know how long its connection had been idle.
    sent: Option<Instant>,
    idle: Option<Duration>,
}

impl Default for Exchange {
    fn default() -> Self {
        Self {
            connection: None,
            extras: None,
            method: Method::GET,
            path: Path::default(),
            site: None,
            persistent: true,
            status: StatusCode::OK,
            version: Version::HTTP_11,
            length: None,
            nth: 0,
            debt: Debt::Nothing,
            begun: false,
            read: 0,
        }
    }
}

impl Exchange {
    /// Nothing is known of it any more, but its memory stays.
    #[inline]
    pub(crate) fn clear(&mut self) {
        let mut extras = self.extras.take();
        if let Some(extras) = &mut extras {
            **extras = Extras::default();
        }
        *self = Self { extras, ..Self::default() };
    }

    fn extras(&mut self) -> &mut Extras {
        self.extras.get_or_insert_default()
    }

    /// Somebody wants to know more of it than most.
    #[cold]
    fn is_followed(&mut self, ledger: &Ledger, head: RequestHead<'_>, scope: Option<Arc<ScopeState>>, wanted: bool) {
        let span = ledger.spans().then(|| span::of(head.method, &Origin::from(head.uri), &self.path));
        let extras = self.extras();
        extras.scope = scope;
        extras.span = span;
        extras.wanted = wanted;
        extras.sent = (wanted && ledger.reporter().wants_idle_time()).then(Instant::now);
    }

    #[inline]
    pub(crate) fn ledger(&self) -> &Arc<Ledger> {
        let connections = || self.connection.as_ref().map(|connection| connection.ledger());
        let own = self.extras.as_ref().and_then(|extras| extras.ledger.as_ref());
        own.or_else(connections).expect("a request belongs to a guard")
    }

    pub(crate) fn policy(&self) -> Policy {
        self.account().policy()
    }

    /// The connection that was opened for it, if one was.
    #[cfg(feature = "addresses")]
    pub(crate) fn opened(&self) -> Option<&Connection> {
        self.connection.as_deref().filter(|_| self.nth == 1)
    }

    /// How much of the body was read.
    #[cfg(feature = "ureq")]
    pub(crate) fn bytes_read(&self) -> u64 {
        self.read
    }

    #[inline]
    fn account(&self) -> &Arc<Account> {
        let connections = || self.connection.as_ref().and_then(|connection| connection.account());
        let own = self.extras.as_ref().and_then(|extras| extras.account.as_ref());
        own.or_else(connections).expect("an account is found before anything is told")
    }

    /// The response is there, with these headers. `false` if nothing is watched there.
    fn arrive(&mut self, headers: &HeaderMap) -> bool {
        let connections = self.connection.as_ref().and_then(|connection| connection.account());
        if connections.is_none() || self.extras.is_some() {
            if self.connection.is_none() && self.extras.as_ref().is_none_or(|extras| extras.ledger.is_none()) {
                return false;
            }
            self.find_account();
        }
        if self.policy() == Policy::Off {
            return false;
        }
        self.debt = debt(&self.method, self.persistent, self.status, self.version, headers, self.length);
        self.take_turn();
        self.tell_response();
        true
    }

    // Cold, as `tell_end` is, for the clients of `Guard::client`: they need neither.
    #[cold]
    fn find_account(&mut self) {
        let connections = self.connection.as_ref().and_then(|connection| connection.account());
        // One of those that are too many to be counted apart is told as what it is counted as, so this is not needed again.
        let origin = self.extras.as_mut().and_then(|extras| extras.origin.take());
        // A request without a host goes where its connection leads.
        let asked = origin.filter(|origin| !origin.is_empty());
        let account = match (connections, asked) {
            (Some(account), Some(origin)) if *account.origin() == origin => return,
            (Some(_), None) => return,
            (_, origin) => self.ledger().account(&origin.unwrap_or_default()),
        };
        self.extras().account = Some(account);
    }

    /// It is the next response on its connection, if that is known.
    fn take_turn(&mut self) {
        let Some(connection) = &self.connection else {
            self.account().counted(1);
            self.account().fresh();
            return;
        };
        if self.debt == Debt::Ends {
            connection.will_end(Closing::Announced);
        }
        // Over HTTP/2 a body keeps nothing busy but its stream.
        let holds = self.debt == Debt::Read && self.version <= Version::HTTP_11;
        self.nth = connection.response(self.account(), holds);
        if let Some(extras) = &mut self.extras {
            extras.idle = extras.sent.filter(|_| self.nth > 1).and_then(|sent| connection.idle(sent));
        }
    }

    fn tell_response(&self) {
        let Some(extras) = &self.extras else { return };
        if let (Some(scope), Some(connection)) = (&extras.scope, &self.connection) {
            scope.response(self.ledger().number(), connection.id());
        }
        if let Some(span) = self.span() {
            span::answered(span, &self.response());
        }
        if extras.wanted {
            self.ledger().reporter().response(&self.response());
        }
    }

    /// If a subscriber wants it.
    fn span(&self) -> Option<&Span> {
        self.extras.as_ref()?.span.as_ref().filter(|span| !span.is_disabled())
    }

    /// The response, as it is told.
    fn response(&self) -> ResponseSeen {
        ResponseSeen {
            method: self.method.clone(),
            origin: self.account().origin().clone(),
            path: self.path.clone(),
            status: self.status,
            version: self.version,
            connection: self.connection.as_ref().map(|connection| ConnectionSeen {
                id: connection.id(),
                nth: self.nth,
                idle: self.extras.as_ref().and_then(|extras| extras.idle),
                connect: connection.connect(),
                transport: connection.transport(),
            }),
            site: self.site.clone(),
        }
    }

    /// The end of the body, as it is told.
    fn ended(&self, verdict: Verdict) -> BodyEnded {
        BodyEnded {
            response: self.response(),
            verdict,
            fate: None,
            closing: None,
            replaced_by: None,
            read: self.read,
            left: self
                .length
                .map(|length| if verdict == Verdict::Drained { 0 } else { length.saturating_sub(self.read) }),
            drained: None,
            site: None,
            policy: self.policy(),
        }
    }

    /// A connection could be used again if this body is read to its end.
    pub(crate) fn owes_a_read(&self) -> bool {
        self.debt == Debt::Read
    }

    /// Something, or nothing, was read of it.
    #[inline]
    pub(crate) fn read(&mut self, length: u64) {
        self.read += length;
    }

    /// Reading begins, if it has not yet.
    #[inline]
    pub(crate) fn begin(&mut self) {
        if !std::mem::replace(&mut self.begun, true) {
            self.no_longer_held();
        }
    }

    fn no_longer_held(&self) {
        if let Some(connection) = &self.connection
            && let Some(held) = connection.no_longer_holds(self.nth)
        {
            self.account().held();
            let held = BodyHeld { response: self.response(), opened: held.opened, connect: held.connect };
            self.ledger().reporter().held(&held);
        }
    }

    /// The body has ended without being dropped early.
    pub(crate) fn end(mut self: Box<Self>, verdict: Verdict) {
        self.begin();
        let timed = self.extras.as_ref().is_some_and(|extras| extras.sent.is_some());
        if let Some(connection) = &self.connection {
            if timed {
                connection.free();
            } else {
                connection.free_untimed();
            }
            if verdict == Verdict::Failed && self.version <= Version::HTTP_11 {
                connection.will_end(Closing::Peer);
            }
        }
        if self.extras.is_some() {
            self.tell_end(verdict);
        }
        spare::give(self);
    }

    #[cold]
    fn tell_end(&self, verdict: Verdict) {
        let wanted = self.extras.as_ref().is_some_and(|extras| extras.wanted);
        if !wanted && self.span().is_none() {
            return;
        }
        let ended = self.ended(verdict);
        if let Some(span) = self.span() {
            span::ended(span, &ended);
        }
        if wanted {
            self.ledger().reporter().body(&ended);
        }
    }

    /// The body is about to be dropped before its end, as far as its holder knows.
    pub(crate) fn dropped(mut self: Box<Self>, site: Option<Site>, drained: Option<Drained>) {
        if self.debt != Debt::Read {
            return self.end(Verdict::Exempt);
        }
        self.begin();
        let mut ended = self.ended(if self.read == 0 { Verdict::Unread } else { Verdict::PartlyRead });
        ended.site = site;
        ended.drained = drained;
        // What becomes of the connection is no part of the request any more.
        if let Some(span) = self.span() {
            span::ended(span, &ended);
        }
        let scope = self.extras.as_mut().and_then(|extras| extras.scope.take());
        let note = Box::new(Note {
            entry: scope.map(|scope| scope.dropped(&ended)),
            can_cost: drained.is_none_or(|drained| drained.outcome != DrainOutcome::Complete),
            account: Arc::clone(self.account()),
            ended,
        });
        match &self.connection {
            Some(connection) if self.version == Version::HTTP_2 => {
                connection.free();
                let fate = if note.can_cost { Fate::Reset } else { Fate::Survived };
                self.ledger().settle(note, fate, None);
            }
            Some(connection) => connection.body_dropped(self.nth, note),
            None => self.ledger().settle(note, Fate::Unknown, None),
        }
        spare::give(self);
    }

    /// The body was taken out of the guard.
    pub(crate) fn forgotten(mut self: Box<Self>) {
        self.begin();
        if let Some(connection) = self.connection.as_ref().filter(|_| self.debt == Debt::Read) {
            connection.unwatched();
        }
        spare::give(self);
    }

    pub(crate) fn drop_site(&self) -> Option<Site> {
        if self.debt == Debt::Read { self.ledger().drop_site() } else { None }
    }
}
