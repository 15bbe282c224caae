//! The receiver of what the guard sees.
//!
//! These come with the guard: [`TracingReporter`](crate::TracingReporter) for people,
//! [`Collector`](crate::Collector) for tests, and behind features reporters that feed metrics.

use std::fmt;

use crate::event::{BodyEnded, BodyHeld, ConnectionClosed, ConnectionOpened, ResetsSeen, ResponseSeen};

pub(crate) mod collector;
#[cfg(feature = "metrics")]
pub(crate) mod metrics;
#[cfg(feature = "opentelemetry")]
pub(crate) mod opentelemetry;
mod throttle;
pub(crate) mod tracing;

/// A receiver of guard events. A pair of reporters is one, and both get every event.
///
/// It is called while responses are polled and bodies and connections dropped, so it must be quick
/// and must not panic or block.
///
/// ```
/// use undrained::{BodyEnded, Fate, Guard, Reporter};
///
/// struct Losses;
///
/// impl Reporter for Losses {
///     fn body(&self, ended: &BodyEnded) {
///         if ended.fate == Some(Fate::Lost) {
///             eprintln!("{} cost a connection", ended.response.path);
///         }
///     }
/// }
///
/// let guard = Guard::with_reporter(Losses);
/// ```
pub trait Reporter: Send + Sync + 'static {
    /// A connection was opened.
    fn opened(&self, opened: &ConnectionOpened) {
        let _ = opened;
    }

    /// A response has arrived.
    fn response(&self, seen: &ResponseSeen) {
        let _ = seen;
    }

    /// A body has ended, and if it ended early, what became of its connection is known.
    fn body(&self, ended: &BodyEnded) {
        let _ = ended;
    }

    /// A body was held while another connection was opened.
    fn held(&self, held: &BodyHeld) {
        let _ = held;
    }

    /// Streams of an HTTP/2 connection were reset, more than is good for it.
    fn resets(&self, resets: &ResetsSeen) {
        let _ = resets;
    }

    /// A connection has ended.
    fn closed(&self, closed: &ConnectionClosed) {
        let _ = closed;
    }

    /// Whether [`idle`](crate::ConnectionSeen::idle) is to be told. It takes two looks at the clock with each request.
    fn wants_idle_time(&self) -> bool {
        true
    }

    /// Whether each response is to be told, and how each body ended. Else only bodies are that were dropped early. It is
    /// asked with each request.
    fn wants_responses(&self) -> bool {
        true
    }

    /// Waits until everything that was reported so far is where it is meant to be.
    fn flush(&self) {}
}

macro_rules! to_both {
    ($($event:ident: $kind:ty),*) => {
        impl<A: Reporter, B: Reporter> Reporter for (A, B) {
            $(fn $event(&self, event: &$kind) {
                self.0.$event(event);
                self.1.$event(event);
            })*

            fn wants_idle_time(&self) -> bool {
                self.0.wants_idle_time() || self.1.wants_idle_time()
            }

            fn wants_responses(&self) -> bool {
                self.0.wants_responses() || self.1.wants_responses()
            }

            fn flush(&self) {
                self.0.flush();
                self.1.flush();
            }
        }
    };
}

to_both! {
    opened: ConnectionOpened, response: ResponseSeen, body: BodyEnded,
    held: BodyHeld, resets: ResetsSeen, closed: ConnectionClosed
}

/// An early drop on one line of a list.
pub(crate) struct InALine<'a>(pub(crate) &'a BodyEnded);

impl fmt::Display for InALine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let BodyEnded { response, verdict, fate, read, left, site, .. } = self.0;
        write!(f, "{} {}{} {}: ", response.method, response.origin, response.path, response.status.as_u16())?;
        write!(f, "{verdict}, {read} bytes read")?;
        if let Some(left) = left {
            write!(f, ", {left} left")?;
        }
        match fate {
            Some(fate) => write!(f, ", {}", tracing::consequence(*fate))?,
            None => f.write_str(", what it did to the connection is not known yet")?,
        }
        if let Some(site) = site {
            write!(f, ", dropped at {site}")?;
        }
        if let Some(site) = &response.site {
            write!(f, ", requested at {site}")?;
        }
        Ok(())
    }
}
