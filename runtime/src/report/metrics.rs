//! Feeds the `metrics` facade, so that the numbers land where a program's other numbers do.
//!
//! Labels are the server's address and port and the guard's own words, so a series is as narrow as the number of
//! servers. Paths are no labels: nobody knows how many there are.

use metrics::{Unit, counter, describe_counter, describe_histogram, histogram};

use crate::event::{BodyEnded, BodyHeld, ConnectionClosed, ConnectionOpened, ConnectionSeen, ResetsSeen, ResponseSeen};
use crate::{Fate, Origin, Reporter};

const OPENED: &str = "undrained_connections_opened_total";
const CLOSED: &str = "undrained_connections_closed_total";
const RESPONSES: &str = "undrained_responses_total";
const DROPPED: &str = "undrained_bodies_dropped_total";
const DRAINED: &str = "undrained_drained_bytes_total";
const HELD: &str = "undrained_bodies_held_total";
const CONNECT: &str = "undrained_connect_seconds";
const RECONNECT: &str = "undrained_reconnect_seconds";
const GOAWAY: &str = "undrained_goaway_total";

/// Counts through the `metrics` facade.
///
/// | metric | labels | |
/// |---|---|---|
/// | `undrained_connections_opened_total` | `server_address`, `server_port` | |
/// | `undrained_connections_closed_total` | and `closing` | see [`Closing`](crate::Closing) |
/// | `undrained_responses_total` | and `reused` | whether the connection had served before |
/// | `undrained_bodies_dropped_total` | and `verdict`, `fate` | bodies that were dropped before their end |
/// | `undrained_drained_bytes_total` | | what the guard has read of them |
/// | `undrained_bodies_held_total` | | bodies held while another connection was opened |
/// | `undrained_connect_seconds` | | what each connection took to open |
/// | `undrained_reconnect_seconds` | | the same, of those that were lost: what a loss costs |
/// | `undrained_goaway_total` | and `code` | HTTP/2 connections given up because of an error |
///
/// ```
/// use undrained::{Guard, MetricsReporter, TracingReporter};
///
/// let guard = Guard::with_reporter((MetricsReporter::new(), TracingReporter::default()));
/// ```
#[derive(Clone, Debug)]
pub struct MetricsReporter(());

impl MetricsReporter {
    /// A reporter that feeds the recorder which is installed when something happens. It describes its metrics to the one
    /// that is installed now.
    pub fn new() -> Self {
        for (name, what) in [
            (OPENED, "connections that were opened"),
            (CLOSED, "connections that have ended"),
            (RESPONSES, "responses"),
            (DROPPED, "response bodies that were dropped before their end"),
            (HELD, "response bodies that were held while another connection was opened"),
            (GOAWAY, "HTTP/2 connections that were given up because of an error"),
        ] {
            describe_counter!(name, Unit::Count, what);
        }
        describe_counter!(DRAINED, Unit::Bytes, "what was read of dropped bodies");
        describe_histogram!(CONNECT, Unit::Seconds, "what connections took to open");
        describe_histogram!(RECONNECT, Unit::Seconds, "what lost connections had taken to open");
        Self(())
    }
}

impl Default for MetricsReporter {
    fn default() -> Self {
        Self::new()
    }
}

type Labels = Vec<(&'static str, String)>;

fn server(origin: Option<&Origin>) -> Labels {
    let Some(origin) = origin else { return Vec::new() };
    let port = origin.port().map(|port| ("server_port", port.to_string()));
    [("server_address", origin.host().to_owned())].into_iter().chain(port).collect()
}

fn with(mut labels: Labels, name: &'static str, value: impl Into<String>) -> Labels {
    labels.push((name, value.into()));
    labels
}

impl Reporter for MetricsReporter {
    fn opened(&self, opened: &ConnectionOpened) {
        let labels = server(opened.origin.as_ref());
        histogram!(CONNECT, &labels).record(opened.connect);
        counter!(OPENED, &labels).increment(1);
    }

    fn response(&self, seen: &ResponseSeen) {
        let reused = seen.connection.as_ref().is_some_and(ConnectionSeen::reused);
        counter!(RESPONSES, &with(server(Some(&seen.origin)), "reused", reused.to_string())).increment(1);
    }

    fn body(&self, ended: &BodyEnded) {
        let Some(fate) = ended.fate else { return };
        let labels = server(Some(&ended.response.origin));
        if let Some(drained) = ended.drained {
            counter!(DRAINED, &labels).increment(drained.bytes);
        }
        if let (Fate::Lost, Some(connection)) = (fate, &ended.response.connection) {
            histogram!(RECONNECT, &labels).record(connection.connect);
        }
        let labels = with(with(labels, "verdict", ended.verdict.as_str()), "fate", fate.as_str());
        counter!(DROPPED, &labels).increment(1);
    }

    fn held(&self, held: &BodyHeld) {
        counter!(HELD, &server(Some(&held.response.origin))).increment(1);
    }

    fn resets(&self, resets: &ResetsSeen) {
        if let Some(going_away) = resets.going_away {
            let labels = with(server(resets.origin.as_ref()), "code", going_away.code.to_string());
            counter!(GOAWAY, &labels).increment(1);
        }
    }

    fn wants_idle_time(&self) -> bool {
        false
    }

    fn closed(&self, closed: &ConnectionClosed) {
        counter!(CLOSED, &with(server(closed.origin.as_ref()), "closing", closed.closing.as_str())).increment(1);
    }
}
