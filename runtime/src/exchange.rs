//! One request with its response: what was asked, what is owed, and how the body ended.
//!
//! Clients tell about a request with [`Call`], which becomes an [`Exchange`] when the response is there; what
//! watches the body ends it. Only heads are looked at.

use std::sync::Arc;
use std::time::Instant;

use http::header::{CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName, Method, StatusCode, Uri, Version};

use crate::connection::{Connection, Note};
use crate::event::{BodyEnded, Drained};
use crate::guard::Guard;
use crate::ledger::Ledger;
use crate::scope::ScopeState;
use crate::tally::Account;
use crate::{Closing, DrainOutcome, Fate, Origin, Path, Policy, ResponseSeen, Site, Verdict};

/// What has to be remembered of a request until its response arrives. Of the URI only what may be told.
#[derive(Debug)]
pub(crate) struct Call {
    ledger: Arc<Ledger>,
    method: Method,
    origin: Origin,
    path: Path,
    persistent: bool,
    sent: Instant,
    site: Option<Site>,
    scope: Option<Arc<ScopeState>>,
}

impl Call {
    pub(crate) fn new(
        guard: &Guard,
        method: &Method,
        uri: &Uri,
        version: Version,
        headers: &HeaderMap,
        site: Option<Site>,
    ) -> Self {
        Self {
            ledger: Arc::clone(guard.ledger()),
            method: method.clone(),
            origin: Origin::from(uri),
            path: Path::from(uri),
            persistent: persistent(version, headers),
            sent: Instant::now(),
            site,
            scope: ScopeState::current(),
        }
    }

    pub(crate) fn of<B>(guard: &Guard, request: &http::Request<B>, site: Option<Site>) -> Self {
        Self::new(guard, request.method(), request.uri(), request.version(), request.headers(), site)
    }

    /// The client has followed redirects, and it is that request which was answered.
    #[cfg(feature = "addresses")]
    pub(crate) fn went_to(&mut self, uri: &Uri) {
        self.origin = Origin::from(uri);
        self.path = Path::from(uri);
    }

    #[cfg(feature = "addresses")]
    pub(crate) fn by_address(&self) -> &crate::clients::address::ByAddress {
        self.ledger.by_address()
    }

    /// The response has arrived. `None` if nothing is watched there.
    ///
    /// `length` is the body's, if that is known.
    pub(crate) fn answered(
        &mut self,
        status: StatusCode,
        version: Version,
        headers: &HeaderMap,
        length: Option<u64>,
        connection: Option<Arc<Connection>>,
    ) -> Option<Exchange> {
        let known = connection.as_ref().and_then(|connection| connection.account());
        let account = match known {
            // A request without a host goes where its connection leads.
            Some(account) if self.origin.is_empty() || *account.origin() == self.origin => Arc::clone(account),
            _ => self.ledger.account(&self.origin),
        };
        if account.policy() == Policy::Off {
            return None;
        }
        let debt = debt(&self.method, self.persistent, status, version, headers, length);
        if let (Debt::Ends, Some(connection)) = (debt, &connection) {
            connection.will_end(Closing::Announced);
        }
        let seen = ResponseSeen {
            method: std::mem::take(&mut self.method),
            origin: account.origin().clone(),
            path: std::mem::take(&mut self.path),
            status,
            version,
            connection: connection.as_ref().map(|connection| connection.response(&account, self.sent)),
            site: self.site.take(),
        };
        #[cfg(feature = "addresses")]
        if let Some(connection) = connection.as_ref().filter(|_| seen.connection.as_ref().is_some_and(|it| it.nth == 1))
        {
            self.ledger.by_address().settle_older(connection);
        }
        account.response(&seen);
        if let Some(scope) = &self.scope {
            scope.response(Arc::as_ptr(&self.ledger).addr(), &seen);
        }
        self.ledger.reporter().response(&seen);
        Some(Exchange { ledger: Arc::clone(&self.ledger), account, connection, seen, scope: self.scope.take(), debt })
    }
}

/// A response whose body has not ended yet.
#[derive(Debug)]
pub(crate) struct Exchange {
    ledger: Arc<Ledger>,
    account: Arc<Account>,
    connection: Option<Arc<Connection>>,
    seen: ResponseSeen,
    scope: Option<Arc<ScopeState>>,
    debt: Debt,
}

/// What was read of a body, and what is left of it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Progress {
    pub(crate) read: u64,
    pub(crate) left: Option<u64>,
}

impl Exchange {
    pub(crate) fn policy(&self) -> Policy {
        self.account.policy()
    }

    /// A connection could be used again if this body is read to its end.
    pub(crate) fn owes_a_read(&self) -> bool {
        self.debt == Debt::Read
    }

    /// From now on the body keeps its connection busy, until it is read.
    pub(crate) fn held(&self) {
        if let Some(connection) = &self.connection
            && self.debt == Debt::Read
            && self.seen.version <= Version::HTTP_11
        {
            connection.holds(&self.seen);
        }
    }

    /// Reading has begun.
    pub(crate) fn first_read(&self) {
        if let Some(connection) = &self.connection {
            connection.no_longer_holds();
        }
    }

    /// The body has ended without being dropped early.
    pub(crate) fn end(self, verdict: Verdict, progress: Progress) {
        self.first_read();
        if let Some(connection) = &self.connection {
            connection.body_ended();
            if verdict == Verdict::Failed && self.seen.version <= Version::HTTP_11 {
                connection.will_end(Closing::Peer);
            }
        }
        let policy = self.policy();
        self.ledger.reporter().body(&ended(self.seen, policy, verdict, progress));
    }

    /// The body is about to be dropped before its end, as far as its holder knows.
    pub(crate) fn dropped(self, progress: Progress, site: Option<Site>, drained: Option<Drained>) {
        if self.debt != Debt::Read {
            return self.end(Verdict::Exempt, progress);
        }
        self.first_read();
        let verdict = if progress.read == 0 { Verdict::Unread } else { Verdict::PartlyRead };
        let policy = self.policy();
        let seen = self.seen.connection.clone();
        let http2 = self.seen.version == Version::HTTP_2;
        let ended = BodyEnded { site, drained, ..ended(self.seen, policy, verdict, progress) };
        let note = Note {
            scope: self.scope.map(|scope| scope.dropped(&ended)),
            ended,
            account: self.account,
            can_cost: drained.is_none_or(|drained| drained.outcome != DrainOutcome::Complete),
        };
        match (&self.connection, seen) {
            (Some(connection), _) if http2 => {
                connection.body_ended();
                let fate = if note.can_cost { Fate::Reset } else { Fate::Survived };
                self.ledger.settle(note, fate, None);
            }
            (Some(connection), Some(seen)) => connection.body_dropped(seen.nth, note),
            _ => self.ledger.settle(note, Fate::Unknown, None),
        }
    }

    /// The body was taken out of the guard.
    pub(crate) fn forgotten(self) {
        self.first_read();
        if let Some(connection) = self.connection.filter(|_| self.debt == Debt::Read) {
            connection.unwatched();
        }
    }

    pub(crate) fn drop_site(&self) -> Option<Site> {
        if self.debt == Debt::Read { self.ledger.drop_site() } else { None }
    }
}

/// A body that has ended, as far as that is known at once.
fn ended(response: ResponseSeen, policy: Policy, verdict: Verdict, Progress { read, left }: Progress) -> BodyEnded {
    BodyEnded {
        response,
        verdict,
        fate: None,
        closing: None,
        replaced_by: None,
        read,
        left,
        drained: None,
        site: None,
        policy,
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
