//! What the guard tells a [`Reporter`](crate::Reporter): one event for a response, one for the end of its body.
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

use std::sync::Arc;
use std::time::Duration;

use http::{Method, StatusCode, Version};

use crate::{Fate, Site, Verdict};

/// A response has arrived.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ResponseSeen {
    /// The request's method.
    pub method: Method,
    /// `scheme://host:port` as far as the request's URI has them, so without user info.
    pub origin: String,
    /// The request's path, without the query.
    pub path: String,
    /// The response's status.
    pub status: StatusCode,
    /// The response's HTTP version.
    pub version: Version,
    /// The connection that it came on, or `None` if the client's connector is not guarded.
    pub connection: Option<ConnectionSeen>,
}

/// A connection at the moment when a response arrived on it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ConnectionSeen {
    /// Counts the connections of one guard, starting at 1.
    pub id: u64,
    /// Which of the connection's responses this one is, starting at 1.
    pub nth: u64,
    /// From the end of the last body on the connection to this request; `None` if it was new.
    pub idle: Option<Duration>,
    /// How long the connector took to open it.
    pub connect: Duration,
}

impl ConnectionSeen {
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
    pub response: Arc<ResponseSeen>,
    /// How the body ended.
    pub verdict: Verdict,
    /// What became of the connection; `None` unless the verdict is [`Unread`](Verdict::Unread) or
    /// [`PartlyRead`](Verdict::PartlyRead), as no other charges the drop with anything.
    pub fate: Option<Fate>,
    /// How many bytes of data were read from it.
    pub read: u64,
    /// How many bytes were not; `None` if the body did not know its length.
    pub left: Option<u64>,
    /// Where it was dropped, if it was dropped before its end.
    pub site: Option<Site>,
}
