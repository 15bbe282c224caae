//! The receiver of what the guard sees.
//!
//! Two come with the guard: [`TracingReporter`](crate::TracingReporter) for people and
//! [`Collector`](crate::Collector) for tests.

use crate::{BodyEnded, ResponseSeen};

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
    /// A response has arrived.
    fn response(&self, seen: &ResponseSeen) {
        let _ = seen;
    }

    /// A body has ended, and if it ended early, what became of its connection is known.
    fn body(&self, ended: &BodyEnded) {
        let _ = ended;
    }

    /// Waits until everything that was reported so far is where it is meant to be.
    fn flush(&self) {}
}

impl<A: Reporter, B: Reporter> Reporter for (A, B) {
    fn response(&self, seen: &ResponseSeen) {
        self.0.response(seen);
        self.1.response(seen);
    }

    fn body(&self, ended: &BodyEnded) {
        self.0.body(ended);
        self.1.body(ended);
    }

    fn flush(&self) {
        self.0.flush();
        self.1.flush();
    }
}
