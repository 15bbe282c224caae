//! What the guard tells a [`Reporter`](crate::Reporter): connections, responses, and the ends of both.
//!
//! Events are plain data and hold no secrets: no header values, no query, no user info, no body bytes.
//! A path can still hold one, if the server's design puts it there.
//!
//! ```
//! use undrained::BodyEnded;
//!
//! fn in_a_line(ended: &BodyEnded) -> String {
//!     let site = ended.site.as_ref().map(|site| format!(" at {site}")).unwrap_or_default();
//!     format!("{} {}: {}{site}", ended.response.method, ended.response.path, ended.verdict)
//! }
//! ```

use std::time::Duration;

use http::{Method, StatusCode, Version};

use crate::{Closing, Fate, Origin, Path, Policy, Site, Verdict};

/// A connection was opened.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ConnectionOpened {
    /// Counts the connections of one guard, starting at 1.
    pub id: u64,
    /// Where it leads, if that was known when it was opened.
    pub origin: Option<Origin>,
    /// How long it took: name resolution, TCP and, if the connector that is wrapped does it, TLS.
    pub connect: Duration,
    /// How much of that was before TLS, if it is known; see [`ConnectionSeen::transport`].
    pub transport: Option<Duration>,
}

/// A connection has ended.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ConnectionClosed {
    /// Which one.
    pub id: u64,
    /// Where it led, if that is known.
    pub origin: Option<Origin>,
    /// How long it had taken to open.
    pub connect: Duration,
    /// How many responses came on it that were under guard.
    pub responses: u64,
    /// How long it was open.
    pub age: Duration,
    /// What ended it.
    pub closing: Closing,
}

/// A response has arrived.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ResponseSeen {
    /// The request's method.
    pub method: Method,
    /// Where the request went, as far as its URI says.
    pub origin: Origin,
    /// The request's path, without the query.
    pub path: Path,
    /// The response's status.
    pub status: StatusCode,
    /// The response's HTTP version.
    pub version: Version,
    /// The connection that it came on, or `None` if the client's connections are not under guard.
    pub connection: Option<ConnectionSeen>,
    /// Where the request was sent, if that was looked for; see [`Sites`](crate::Sites).
    pub site: Option<Site>,
}

/// A connection at the moment when a response arrived on it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ConnectionSeen {
    /// Counts the connections of one guard, starting at 1.
    pub id: u64,
    /// Which of the connection's responses this one is, starting at 1.
    pub nth: u64,
    /// From the end of the last body on the connection to this request; `None` if it was new, or if the reporter does
    /// not [want to know](crate::Reporter::wants_idle_time).
    pub idle: Option<Duration>,
    /// How long the connector took to open it.
    pub connect: Duration,
    /// How much of that the connector below took which is wrapped by `Guard::transport`: name resolution and TCP,
    /// where the one above does TLS. `None` if there is none.
    pub transport: Option<Duration>,
}

impl ConnectionSeen {
    /// What was left of [`connect`](Self::connect) for TLS, if it is known what came before.
    pub fn tls(&self) -> Option<Duration> {
        self.transport.map(|transport| self.connect.saturating_sub(transport))
    }

    /// Whether the connection had served another request before this one.
    pub fn reused(&self) -> bool {
        self.nth > 1
    }
}

/// A response body was read to its end, failed, or was dropped.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct BodyEnded {
    /// The response it belongs to.
    pub response: ResponseSeen,
    /// How the body ended.
    pub verdict: Verdict,
    /// What became of the connection; `None` unless the verdict is [`Unread`](Verdict::Unread) or
    /// [`PartlyRead`](Verdict::PartlyRead), as no other charges the drop with anything.
    pub fate: Option<Fate>,
    /// What ended the connection, if it has ended by the time the fate is told.
    pub closing: Option<Closing>,
    /// Another connection that was opened to the same origin after the drop, before this one was used again. Told by
    /// clients that do not show how their connections end.
    pub replaced_by: Option<u64>,
    /// How many bytes of data were read from it.
    pub read: u64,
    /// How many bytes were not; `None` if the body did not know its length.
    pub left: Option<u64>,
    /// What the guard did with the rest, if the policy is [`Drain`](Policy::Drain).
    pub drained: Option<Drained>,
    /// Where it was dropped, if it was dropped before its end and that was looked for.
    pub site: Option<Site>,
    /// What holds for the origin.
    pub policy: Policy,
}

/// What came of reading the rest of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Drained {
    /// How many bytes were read.
    pub bytes: u64,
    /// Why it stopped.
    pub outcome: DrainOutcome,
}

/// Why the reading of the rest of a body stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DrainOutcome {
    /// The end was reached.
    Complete,
    /// There is more than the limit allows; nothing was read if the length was known.
    TooLong,
    /// It took longer than the limit allows.
    TooLate,
    /// Reading failed.
    Failed,
    /// There was nothing to read it with: no runtime, or one that has been shut down.
    NoRuntime,
}

impl DrainOutcome {
    /// The name as an identifier: `too_long`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::TooLong => "too_long",
            Self::TooLate => "too_late",
            Self::Failed => "failed",
            Self::NoRuntime => "no_runtime",
        }
    }
}

/// A body was held, with nothing read from it, while another connection to its origin had to be opened.
///
/// It is told when the body is read or dropped after all.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct BodyHeld {
    /// The response whose body keeps its connection busy.
    pub response: ResponseSeen,
    /// The connection that was opened meanwhile.
    pub opened: u64,
    /// How long that took.
    pub connect: Duration,
}

/// How many streams of an HTTP/2 connection were reset by this side, told when half of what `h2` bears is used up
/// and when the connection goes away.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ResetsSeen {
    /// Which connection.
    pub connection: u64,
    /// Where it leads, if that is known.
    pub origin: Option<Origin>,
    /// RST_STREAM frames because a body or a request was dropped.
    pub cancelled: u64,
    /// RST_STREAM frames that `h2` sent itself, mostly because data came for a stream that had been reset
    /// a while ago. At [`LIMIT`](Self::LIMIT) of them it ends the connection; the last ones are not sent any more, so
    /// that somewhat fewer are counted here.
    pub internal: u64,
    /// GOAWAY was sent or received.
    pub going_away: Option<GoAway>,
}

impl ResetsSeen {
    /// After how many internal resets `h2` ends a connection, by default.
    pub const LIMIT: u64 = 1024;
}

/// A GOAWAY frame, which ends an HTTP/2 connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoAway {
    /// The error code in it; 0 is no error, 11 (`ENHANCE_YOUR_CALM`) is too much of something.
    pub code: u32,
    /// This side has sent it.
    pub ours: bool,
}
