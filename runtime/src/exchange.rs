//! One request with its response: what was asked, what is owed, and how the body ended.
//!
//! Clients tell about a request with [`Call`], which becomes an [`Exchange`] when the response is there; what
//! watches the body ends it. Only heads are looked at.
//!
//! All of it is one box, from the request to the moment when the reporter is told. It is moved about with futures and
//! bodies, and its memory is used again for the next request ([`spare`](crate::spare)).

use std::sync::Arc;
use std::time::Instant;

use http::header::{CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName, Method, StatusCode, Uri, Version};
use tracing::Span;

use crate::connection::Connection;
use crate::event::{BodyEnded, BodyHeld, Drained};
use crate::guard::Guard;
use crate::ledger::Ledger;
use crate::scope::{Entry, ScopeState};
use crate::span;
use crate::spare;
use crate::tally::Account;
use crate::{Closing, DrainOutcome, Fate, Origin, Path, Policy, ResponseSeen, Site, Verdict};

/// What has to be remembered of a request until its response arrives. Of the URI only what may be told.
#[derive(Debug)]
pub(crate) struct Call(Box<Exchange>);

impl Call {
    /// `None` if nothing is watched anywhere.
    pub(crate) fn new(
        guard: &Guard,
        method: &Method,
        uri: &Uri,
        version: Version,
        headers: &HeaderMap,
        site: Option<Site>,
    ) -> Option<Self> {
        if guard.ledger().is_off() {
            return None;
        }
        let mut exchange = spare::take();
        exchange.ledger = Some(Arc::clone(guard.ledger()));
        exchange.persistent = persistent(version, headers);
        exchange.scope = ScopeState::current();
        let seen = &mut exchange.ended.response;
        seen.method = method.clone();
        seen.origin = Origin::from(uri);
        seen.path = Path::from(uri);
        seen.site = site;
        if guard.ledger().spans() {
            exchange.span = span::of(&exchange.ended.response);
        }
        exchange.sent = guard.ledger().reporter().wants_idle_time().then(Instant::now);
        Some(Self(exchange))
    }

    pub(crate) fn of<B>(guard: &Guard, request: &http::Request<B>, site: Option<Site>) -> Option<Self> {
        Self::new(guard, request.method(), request.uri(), request.version(), request.headers(), site)
    }

    /// In which the client does its work.
    #[inline]
    pub(crate) fn span(&self) -> &Span {
        &self.0.span
    }

    /// The client has followed redirects, and it is that request which was answered.
    #[cfg(feature = "addresses")]
    pub(crate) fn went_to(mut self, uri: &Uri) -> Self {
        let seen = &mut self.0.ended.response;
        seen.origin = Origin::from(uri);
        seen.path = Path::from(uri);
        self
    }

    #[cfg(feature = "addresses")]
    pub(crate) fn by_address(&self) -> &crate::clients::address::ByAddress {
        self.0.ledger().by_address()
    }

    /// The response has arrived. `None` if nothing is watched there.
    ///
    /// `length` is the body's, if that is known.
    pub(crate) fn answered(
        self,
        status: StatusCode,
        version: Version,
        headers: &HeaderMap,
        length: Option<u64>,
        connection: Option<Arc<Connection>>,
    ) -> Option<Box<Exchange>> {
        let mut exchange = self.0;
        exchange.connection = connection;
        exchange.find_account();
        let policy = exchange.account().policy();
        if policy == Policy::Off {
            return None;
        }
        let seen = &exchange.ended.response;
        let debt = debt(&seen.method, exchange.persistent, status, version, headers, length);
        let on = exchange.connection.as_ref().map(|connection| {
            if debt == Debt::Ends {
                connection.will_end(Closing::Announced);
            }
            // Over HTTP/2 a body keeps nothing busy but its stream.
            let holds = debt == Debt::Read && version <= Version::HTTP_11;
            connection.response(exchange.account(), exchange.sent, holds)
        });
        exchange.debt = debt;
        exchange.ended.left = length;
        exchange.ended.policy = policy;
        exchange.ended.response.status = status;
        exchange.ended.response.version = version;
        exchange.ended.response.connection = on;
        exchange.tell_response();
        Some(exchange)
    }
}

/// A request, and its response whose body has not ended yet, or was dropped on a connection whose fate is not known yet.
#[derive(Debug)]
pub(crate) struct Exchange {
    ledger: Option<Arc<Ledger>>,
    /// Of its origin, if that is not the connection's.
    other: Option<Arc<Account>>,
    connection: Option<Arc<Connection>>,
    persistent: bool,
    /// When it was sent, if somebody wants to know how long its connection had been idle.
    sent: Option<Instant>,
    debt: Debt,
    scope: Option<Arc<ScopeState>>,
    span: Span,
    /// Somebody has begun to read, or nobody will.
    begun: bool,
    /// What is told of it, as far as it is known.
    pub(crate) ended: BodyEnded,
    /// Its place in a scope, once it was dropped early.
    pub(crate) entry: Option<Entry>,
    /// It was dropped before the end, so that the connection can be closed because of it.
    pub(crate) can_cost: bool,
}

impl Default for Exchange {
    fn default() -> Self {
        Self {
            ledger: None,
            other: None,
            connection: None,
            persistent: true,
            sent: None,
            debt: Debt::Nothing,
            scope: None,
            span: Span::none(),
            begun: false,
            ended: BodyEnded::to_be(),
            entry: None,
            can_cost: false,
        }
    }
}

impl Exchange {
    pub(crate) fn ledger(&self) -> &Arc<Ledger> {
        self.ledger.as_ref().expect("a request belongs to a guard")
    }

    pub(crate) fn policy(&self) -> Policy {
        self.ended.policy
    }

    pub(crate) fn account(&self) -> &Arc<Account> {
        let connections = || self.connection.as_ref().and_then(|connection| connection.account());
        self.other.as_ref().or_else(connections).expect("an account is found before anything is told")
    }

    fn find_account(&mut self) {
        let seen = &mut self.ended.response;
        let other = match self.connection.as_ref().and_then(|connection| connection.account()) {
            Some(account) if *account.origin() == seen.origin => return,
            // A request without a host goes where its connection leads.
            Some(account) if seen.origin.is_empty() => Arc::clone(account),
            _ => self.ledger.as_ref().expect("a request belongs to a guard").account(&seen.origin),
        };
        seen.origin = other.origin().clone();
        self.other = Some(other);
    }

    fn tell_response(&self) {
        let seen = &self.ended.response;
        span::answered(&self.span, seen);
        #[cfg(feature = "addresses")]
        if let Some(connection) = &self.connection
            && seen.connection.as_ref().is_some_and(|it| it.nth == 1)
        {
            self.ledger().by_address().settle_older(connection);
        }
        self.account().response(seen);
        if let Some(scope) = &self.scope {
            scope.response(Arc::as_ptr(self.ledger()).addr(), seen);
        }
        self.ledger().reporter().response(seen);
    }

    /// A connection could be used again if this body is read to its end.
    pub(crate) fn owes_a_read(&self) -> bool {
        self.debt == Debt::Read
    }

    /// Something, or nothing, was read of it, and so much is left.
    #[inline]
    pub(crate) fn read(&mut self, length: u64, left: Option<u64>) {
        self.ended.read += length;
        self.ended.left = left;
    }

    /// Reading begins, if it has not yet.
    #[inline]
    pub(crate) fn begin(&mut self) {
        if !std::mem::replace(&mut self.begun, true) {
            self.no_longer_held();
        }
    }

    fn no_longer_held(&self) {
        if let (Some(connection), Some(on)) = (&self.connection, &self.ended.response.connection)
            && let Some(held) = connection.no_longer_holds(on.nth)
        {
            self.account().held();
            let response = ResponseSeen::clone(&self.ended.response);
            self.ledger().reporter().held(&BodyHeld { response, opened: held.opened, connect: held.connect });
        }
    }

    /// The body has ended without being dropped early.
    pub(crate) fn end(mut self: Box<Self>, verdict: Verdict) {
        self.begin();
        if let Some(connection) = &self.connection {
            if self.sent.is_some() {
                connection.free();
            } else {
                connection.free_untimed();
            }
            if verdict == Verdict::Failed && self.ended.response.version <= Version::HTTP_11 {
                connection.will_end(Closing::Peer);
            }
        }
        self.ended.verdict = verdict;
        span::ended(&self.span, &self.ended);
        self.ledger().reporter().body(&self.ended);
        spare::give(self);
    }

    /// The body is about to be dropped before its end, as far as its holder knows.
    pub(crate) fn dropped(mut self: Box<Self>, site: Option<Site>, drained: Option<Drained>) {
        if self.debt != Debt::Read {
            return self.end(Verdict::Exempt);
        }
        self.begin();
        let ended = &mut self.ended;
        ended.verdict = if ended.read == 0 { Verdict::Unread } else { Verdict::PartlyRead };
        ended.site = site;
        ended.drained = drained;
        // What becomes of the connection is no part of the request any more.
        span::ended(&std::mem::replace(&mut self.span, Span::none()), &self.ended);
        self.entry = self.scope.take().map(|scope| scope.dropped(&self.ended));
        self.can_cost = drained.is_none_or(|drained| drained.outcome != DrainOutcome::Complete);
        // What waits on a connection does not keep it.
        self.other = Some(Arc::clone(self.account()));
        let ledger = Arc::clone(self.ledger());
        let nth = self.ended.response.connection.as_ref().map(|connection| connection.nth);
        match (self.connection.take(), nth) {
            (Some(connection), _) if self.ended.response.version == Version::HTTP_2 => {
                connection.free();
                let fate = if self.can_cost { Fate::Reset } else { Fate::Survived };
                ledger.settle(self, fate, None);
            }
            (Some(connection), Some(nth)) => connection.body_dropped(nth, self),
            _ => ledger.settle(self, Fate::Unknown, None),
        }
    }

    /// The body was taken out of the guard.
    pub(crate) fn forgotten(mut self: Box<Self>) {
        self.begin();
        if let Some(connection) = self.connection.as_ref().filter(|_| self.debt == Debt::Read) {
            connection.unwatched();
        }
    }

    pub(crate) fn drop_site(&self) -> Option<Site> {
        if self.debt == Debt::Read { self.ledger().drop_site() } else { None }
    }
}

/// What stands between the connection of a response and its next request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Debt {
    /// The body has to be read.
    Read,
    /// There is no body.
    Nothing,
    /// The connection ends with this response.
    Ends,
}

fn debt(
    method: &Method,
    persistent_request: bool,
    status: StatusCode,
    version: Version,
    headers: &HeaderMap,
    length: Option<u64>,
) -> Debt {
    let upgrades = status == StatusCode::SWITCHING_PROTOCOLS || (method == Method::CONNECT && status.is_success());
    if upgrades {
        return if version == Version::HTTP_2 { Debt::Nothing } else { Debt::Ends };
    }
    let http1 = version <= Version::HTTP_11;
    if http1 && !(persistent_request && persistent(version, headers)) {
        return Debt::Ends;
    }
    let bodiless = method == Method::HEAD
        || status.is_informational()
        || status == StatusCode::NO_CONTENT
        || status == StatusCode::NOT_MODIFIED
        || length == Some(0);
    if bodiless {
        return Debt::Nothing;
    }
    // Neither counted nor chunked: the body ends when the connection does (RFC 9112, section 6.3).
    let ends_with_connection = http1
        && length.is_none()
        && !headers.contains_key(CONTENT_LENGTH)
        && !lists(headers, &TRANSFER_ENCODING, "chunked");
    if ends_with_connection { Debt::Ends } else { Debt::Read }
}

/// Whether a message with this head wants the connection kept (RFC 9112, section 9.3).
fn persistent(version: Version, headers: &HeaderMap) -> bool {
    if version > Version::HTTP_11 {
        return true;
    }
    !lists(headers, &CONNECTION, "close") && (version == Version::HTTP_11 || lists(headers, &CONNECTION, "keep-alive"))
}

/// Whether a header which holds a comma-separated list has `token` in it.
fn lists(headers: &HeaderMap, name: &HeaderName, token: &str) -> bool {
    // Most heads have none, and this is asked of all of them.
    if !headers.contains_key(name) {
        return false;
    }
    headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|part| part.trim().eq_ignore_ascii_case(token))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn of(method: &Method, status: u16, version: Version, head: &[(&'static str, &'static str)]) -> Debt {
        let headers = head.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        let headers: HeaderMap = headers.collect();
        debt(method, true, StatusCode::from_u16(status).unwrap(), version, &headers, None)
    }

    #[test]
    fn body_is_owed_where_it_can_be_counted() {
        let http11 = Version::HTTP_11;
        assert_eq!(of(&Method::GET, 200, http11, &[("content-length", "9")]), Debt::Read);
        assert_eq!(of(&Method::GET, 200, http11, &[("transfer-encoding", "gzip, chunked")]), Debt::Read);
        assert_eq!(of(&Method::GET, 200, http11, &[]), Debt::Ends);
        assert_eq!(of(&Method::GET, 200, Version::HTTP_2, &[]), Debt::Read);
    }

    #[test]
    fn nothing_is_owed_where_there_is_no_body() {
        let length = &[("content-length", "9")];
        assert_eq!(of(&Method::HEAD, 200, Version::HTTP_11, length), Debt::Nothing);
        for status in [103, 204, 304] {
            assert_eq!(of(&Method::GET, status, Version::HTTP_11, length), Debt::Nothing);
        }
    }

    #[test]
    fn upgrade_and_tunnel_take_the_connection() {
        assert_eq!(of(&Method::GET, 101, Version::HTTP_11, &[("connection", "upgrade")]), Debt::Ends);
        assert_eq!(of(&Method::CONNECT, 200, Version::HTTP_11, &[]), Debt::Ends);
        // A proxy that refuses has a body like any other.
        assert_eq!(of(&Method::CONNECT, 407, Version::HTTP_11, &[("content-length", "9")]), Debt::Read);
    }

    #[test]
    fn connection_ends_where_a_head_says_so() {
        let length = ("content-length", "9");
        assert_eq!(of(&Method::GET, 200, Version::HTTP_11, &[length, ("connection", "x, Close")]), Debt::Ends);
        assert_eq!(of(&Method::GET, 200, Version::HTTP_10, &[length]), Debt::Ends);
        assert_eq!(of(&Method::GET, 200, Version::HTTP_10, &[length, ("connection", "keep-alive")]), Debt::Read);
    }
}
