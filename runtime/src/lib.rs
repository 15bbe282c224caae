//! Tells which dropped response bodies cost a connection, and where in your code they were dropped.
//!
//! An HTTP/1.1 connection can serve the next request only when the response on it was read to its end.
//! Dropping a response unread compiles without a warning and, depending on what had already arrived,
//! costs a TCP and TLS handshake.
//! The guard does not guess: it sees both the body and the connection, so it reports what really happened.
//!
//! ```no_run
//! # #[cfg(feature = "hyper-util")]
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use hyper_util::client::legacy::{Client, connect::HttpConnector};
//! use hyper_util::rt::TokioExecutor;
//! use undrained::{Guard, LegacyClient};
//!
//! let guard = Guard::new();
//! let client: LegacyClient<_, String> =
//!     guard.client(&Client::builder(TokioExecutor::new()), HttpConnector::new());
//!
//! let response = client.get("http://localhost:8080/".parse()?).await?;
//! println!("{}", response.status());
//! // `response` is dropped unread here. Once it is known what became of its connection, there is
//! // a line like: body dropped unread, connection lost … dropped_at=src/main.rs:12:1 app::example
//! # Ok(())
//! # }
//! ```
//!
//! # Off is free
//!
//! The guard does something only with the feature `enabled`, or in builds with debug assertions with the feature
//! `enabled-in-debug`. Without them [`Guard`] is empty and its wrappers are what they wrap: `GuardedBody<B>` is `B`,
//! `GuardedClient<S>` is `S`; all that stays is the box in which `Guard::send` returns reqwest's future. So a library can leave the guard in and let programs turn it on; [`ENABLED`] tells.
//! Switched off while it runs, by [`Policy::Off`] or `UNDRAINED=off`, it passes everything through and watches nothing.
//!
//! Start reading at [`Guard`]; [`Verdict`] and [`Fate`] are the words that everything else is told in.
//! The guard changes nothing about a body or a connection, and never writes header values, query
//! strings, user info or body bytes anywhere.

#![cfg_attr(
    not(all(
        any(feature = "hyper", feature = "hyper-util"),
        any(feature = "enabled", all(feature = "enabled-in-debug", debug_assertions))
    )),
    expect(
        dead_code,
        reason = "no other client shows all that there is to see of a connection, and without any nothing is"
    )
)]
#![cfg_attr(
    all(feature = "reqwest", feature = "reqwest-0-12"),
    expect(clippy::duplicate_mod, reason = "one text for both versions of reqwest")
)]

mod attempt;
mod body;
mod clients;
mod connection;
mod drain;
mod event;
mod exchange;
#[cfg(feature = "io")]
mod frames;
mod guard;
mod heads;
#[cfg(feature = "io")]
mod io;
mod ledger;
mod note;
mod origin;
mod policy;
mod report;
mod scope;
mod service;
mod site;
mod span;
mod spare;
mod tally;
mod turns;
mod verdict;

#[cfg(not(any(feature = "enabled", all(feature = "enabled-in-debug", debug_assertions))))]
#[path = "off.rs"]
mod wrappers;
#[cfg(any(feature = "enabled", all(feature = "enabled-in-debug", debug_assertions)))]
#[path = "on.rs"]
mod wrappers;

#[cfg(feature = "reqwest")]
pub use crate::clients::reqwest;
#[cfg(feature = "reqwest-0-12")]
pub use crate::clients::reqwest_0_12;
#[cfg(feature = "ureq")]
pub use crate::clients::ureq;
#[cfg(feature = "tokio")]
pub use crate::drain::drain;
pub use crate::event::{
    BodyEnded, BodyHeld, ConnectionClosed, ConnectionOpened, ConnectionSeen, DrainOutcome, Drained, GoAway, ResetsSeen,
    ResponseSeen,
};
pub use crate::guard::Failures;
pub use crate::origin::{Origin, Path};
pub use crate::policy::{DrainLimits, Policy, UnknownPolicy};
pub use crate::report::Reporter;
pub use crate::report::collector::Collector;
#[cfg(feature = "metrics")]
pub use crate::report::metrics::MetricsReporter;
#[cfg(feature = "opentelemetry")]
pub use crate::report::opentelemetry::OpenTelemetryReporter;
pub use crate::report::tracing::TracingReporter;
pub use crate::scope::{Attached, Handle, Problems, Scope, scope};
pub use crate::site::{Location, Site, Sites, UnknownSites};
pub use crate::tally::{OriginTotals, SiteTotals, Summary, Totals};
pub use crate::verdict::{Closing, Fate, Verdict};
pub use crate::wrappers::*;
