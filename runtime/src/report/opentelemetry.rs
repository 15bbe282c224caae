//! Feeds OpenTelemetry, in its own names where it has them.
//!
//! `http.client.connection.duration` is OpenTelemetry's; what it has no name for is called `undrained.*`.
//! `http.client.open_connections` is left out, since it has to say which connections are idle. That one is not any more
//! shows on its IO, but over HTTP/2 what is written need not be a request, and `reqwest` shows no IO; the response,
//! which all clients show, comes too late. How many are open is [`Guard::open_connections`](crate::Guard::open_connections).

use opentelemetry::KeyValue;
use opentelemetry::metrics::{Counter, Histogram, Meter};

use crate::event::{BodyEnded, BodyHeld, ConnectionClosed, ConnectionOpened, ConnectionSeen, ResetsSeen, ResponseSeen};
use crate::{Fate, Origin, Reporter};

/// Counts with instruments of OpenTelemetry's.
///
/// | instrument | attributes beside `server.address` and `server.port` | |
/// |---|---|---|
/// | `http.client.connection.duration` | `undrained.closing` | how long connections were open, in seconds |
/// | `undrained.connections.opened` | | |
/// | `undrained.responses` | `undrained.reused` | |
/// | `undrained.bodies.dropped` | `undrained.verdict`, `undrained.fate` | bodies dropped before their end |
/// | `undrained.bodies.held` | | bodies held while another connection was opened |
/// | `undrained.drained` | | what the guard has read of dropped bodies, in bytes |
/// | `undrained.reconnect.duration` | | what lost connections had taken to open, in seconds |
/// | `undrained.goaway` | `undrained.code` | HTTP/2 connections given up because of an error |
///
/// ```
/// use undrained::{Guard, OpenTelemetryReporter};
///
/// let meter = opentelemetry::global::meter("my-program");
/// let guard = Guard::with_reporter(OpenTelemetryReporter::new(&meter));
/// ```
#[derive(Clone, Debug)]
pub struct OpenTelemetryReporter {
    duration: Histogram<f64>,
    opened: Counter<u64>,
    responses: Counter<u64>,
    dropped: Counter<u64>,
    held: Counter<u64>,
    drained: Counter<u64>,
    reconnect: Histogram<f64>,
    goaway: Counter<u64>,
}

impl OpenTelemetryReporter {
    /// A reporter with instruments of `meter`.
    pub fn new(meter: &Meter) -> Self {
        let count = |name: &'static str, unit: &'static str, what: &'static str| {
            meter.u64_counter(name).with_unit(unit).with_description(what).build()
        };
        let seconds = |name: &'static str, what: &'static str| {
            // The buckets are those that OpenTelemetry advises for `http.client.connection.duration`.
            let buckets = vec![0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0];
            meter.f64_histogram(name).with_unit("s").with_boundaries(buckets).with_description(what).build()
        };
        Self {
            duration: seconds("http.client.connection.duration", "how long connections were open"),
            opened: count("undrained.connections.opened", "{connection}", "connections that were opened"),
            responses: count("undrained.responses", "{response}", "responses"),
            dropped: count("undrained.bodies.dropped", "{body}", "bodies that were dropped before their end"),
            held: count("undrained.bodies.held", "{body}", "bodies held while another connection was opened"),
            drained: count("undrained.drained", "By", "what was read of dropped bodies"),
            reconnect: seconds("undrained.reconnect.duration", "what lost connections had taken to open"),
            goaway: count("undrained.goaway", "{connection}", "HTTP/2 connections given up because of an error"),
        }
    }
}

fn server(origin: Option<&Origin>) -> Vec<KeyValue> {
    let Some(origin) = origin else { return Vec::new() };
    let port = origin.port().map(|port| KeyValue::new("server.port", i64::from(port)));
    [KeyValue::new("server.address", origin.host().to_owned())].into_iter().chain(port).collect()
}

fn with(mut attributes: Vec<KeyValue>, more: impl IntoIterator<Item = KeyValue>) -> Vec<KeyValue> {
    attributes.extend(more);
    attributes
}

impl Reporter for OpenTelemetryReporter {
    fn opened(&self, opened: &ConnectionOpened) {
        self.opened.add(1, &server(opened.origin.as_ref()));
    }

    fn response(&self, seen: &ResponseSeen) {
        let reused = seen.connection.as_ref().is_some_and(ConnectionSeen::reused);
        self.responses.add(1, &with(server(Some(&seen.origin)), [KeyValue::new("undrained.reused", reused)]));
    }

    fn body(&self, ended: &BodyEnded) {
        let Some(fate) = ended.fate else { return };
        let attributes = server(Some(&ended.response.origin));
        if let Some(drained) = ended.drained {
            self.drained.add(drained.bytes, &attributes);
        }
        if let (Fate::Lost, Some(connection)) = (fate, &ended.response.connection) {
            self.reconnect.record(connection.connect.as_secs_f64(), &attributes);
        }
        let verdict = KeyValue::new("undrained.verdict", ended.verdict.as_str());
        let fate = KeyValue::new("undrained.fate", fate.as_str());
        self.dropped.add(1, &with(attributes, [verdict, fate]));
    }

    fn held(&self, held: &BodyHeld) {
        self.held.add(1, &server(Some(&held.response.origin)));
    }

    fn resets(&self, resets: &ResetsSeen) {
        if let Some(going_away) = resets.going_away {
            let code = KeyValue::new("undrained.code", i64::from(going_away.code));
            self.goaway.add(1, &with(server(resets.origin.as_ref()), [code]));
        }
    }

    fn wants_idle_time(&self) -> bool {
        false
    }

    fn closed(&self, closed: &ConnectionClosed) {
        let closing = KeyValue::new("undrained.closing", closed.closing.as_str());
        self.duration.record(closed.age.as_secs_f64(), &with(server(closed.origin.as_ref()), [closing]));
    }
}
