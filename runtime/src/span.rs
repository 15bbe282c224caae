//! A span of `tracing`'s for each request, where [`Builder::spans`](crate::Builder::spans) asks for it.
//!
//! It lasts from the request to the end of its body, and what the client does for the request is done in it. Its fields
//! have the names that OpenTelemetry gives to those of a client's span, with the guard's own words below `undrained`.

use http::Method;
use tracing::Span;
use tracing::field::{Empty, display};
#[cfg(any(feature = "hyper", feature = "addresses"))]
use tracing::instrument::{Instrument, Instrumented};
use tracing::span::Entered;

use crate::event::{BodyEnded, ResponseSeen};
use crate::exchange::Call;
use crate::{Origin, Path};

/// What a client does for a request as long as this lives, it does in its span.
#[inline]
pub(crate) fn enter(call: &Option<Call>) -> Option<Entered<'_>> {
    call.as_ref().and_then(Call::span).filter(|span| !span.is_disabled()).map(Span::enter)
}

/// What a client does later for a request, in its span.
#[cfg(any(feature = "hyper", feature = "addresses"))]
pub(crate) fn around<F: Future>(call: &Option<Call>, sending: F) -> Instrumented<F> {
    sending.instrument(call.as_ref().and_then(Call::span).cloned().unwrap_or_else(Span::none))
}

/// The span of a request that is about to be sent.
pub(crate) fn of(method: &Method, origin: &Origin, path: &Path) -> Span {
    tracing::info_span!(
        target: "undrained::request",
        "http.client.request",
        otel.name = method.as_str(),
        otel.kind = "client",
        http.request.method = method.as_str(),
        server.address = origin.host(),
        server.port = origin.port(),
        url.scheme = origin.scheme(),
        url.path = &**path,
        http.response.status_code = Empty,
        network.protocol.version = Empty,
        undrained.conn = Empty,
        undrained.reused = Empty,
        undrained.verdict = Empty,
        undrained.read = Empty,
    )
}

/// The response has arrived.
pub(crate) fn answered(span: &Span, seen: &ResponseSeen) {
    span.record("http.response.status_code", seen.status.as_u16());
    // `HTTP/1.1` is 1.1, and `HTTP/2.0` is 2 there.
    let version = format!("{:?}", seen.version);
    let version = version.trim_start_matches("HTTP/");
    span.record("network.protocol.version", version.strip_suffix(".0").filter(|it| *it != "1").unwrap_or(version));
    if let Some(connection) = &seen.connection {
        span.record("undrained.conn", connection.id);
        span.record("undrained.reused", connection.reused());
    }
}

/// The body has ended.
pub(crate) fn ended(span: &Span, ended: &BodyEnded) {
    span.record("undrained.verdict", display(ended.verdict));
    span.record("undrained.read", ended.read);
}
