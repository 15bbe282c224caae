//! The words in which the guard tells what it saw.
//!
//! A [`Verdict`] is about the body alone and is known as soon as the body is gone.
//! A [`Fate`] is about the connection, and is often known only later.
//!
//! ```
//! use undrained::{Fate, Verdict};
//!
//! assert_eq!(format!("{}, {}", Verdict::PartlyRead, Fate::Lost), "partly read, lost");
//! assert_eq!(Verdict::PartlyRead.as_str(), "partly_read");
//! ```

use std::fmt;

/// How a response body ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It was read to its end.
    Drained,
    /// It was dropped after some, but not all, of it was read.
    PartlyRead,
    /// It was dropped before anything of it was read.
    Unread,
    /// Reading it failed, so what happened to the connection has another cause.
    Failed,
    /// There was nothing to read, or the connection could not have been used again anyway.
    Exempt,
}

impl Verdict {
    /// The name as an identifier: `partly_read`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Drained => "drained",
            Self::PartlyRead => "partly_read",
            Self::Unread => "unread",
            Self::Failed => "failed",
            Self::Exempt => "exempt",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::PartlyRead => "partly read",
            other => other.as_str(),
        })
    }
}

/// What became of the connection of a body that was dropped before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// The client closed it because of the drop; the next request has to connect again.
    Lost,
    /// It served another response, so the drop cost nothing. Over HTTP/2 also: the guard has read the rest, so that the
    /// stream was not reset.
    Survived,
    /// HTTP/2: only the stream was given up, the connection lives on.
    Reset,
    /// It ended, or the guard was asked, before the consequence of the drop could be seen.
    Unknown,
}

impl Fate {
    /// The name as an identifier: `lost`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Survived => "survived",
            Self::Reset => "reset",
            Self::Unknown => "unknown",
        }
    }
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What ended a connection, as far as its IO shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Closing {
    /// The client closed it because a body on it was dropped before its end.
    Drop,
    /// The client closed it in use, and it was no body under guard: a redirect or a retry inside of the
    /// client, or a request that was given up.
    Client,
    /// The client's pool let go of it: it was idle for too long, there is no pool, or the client is gone.
    Pool,
    /// The peer closed it, or it broke.
    Peer,
    /// A message on it had said so: `Connection: close`, HTTP/1.0, a body that ends with the connection,
    /// an upgrade.
    Announced,
    /// HTTP/2: one side has sent GOAWAY.
    GoAway,
    /// A body on it was taken out of the guard, so what happened is not known.
    Unwatched,
}

impl Closing {
    /// The name as an identifier: `announced`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Drop => "drop",
            Self::Client => "client",
            Self::Pool => "pool",
            Self::Peer => "peer",
            Self::Announced => "announced",
            Self::GoAway => "goaway",
            Self::Unwatched => "unwatched",
        }
    }
}

impl fmt::Display for Closing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
