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
//! Start reading at [`Guard`]; [`Verdict`] and [`Fate`] are the words that everything else is told in.
//! The guard changes nothing about a body or a connection, and never writes header values, query
//! strings, user info or body bytes anywhere.

mod body;
mod collector;
#[cfg(feature = "hyper-util")]
mod connector;
mod event;
mod guard;
#[cfg_attr(not(feature = "hyper-util"), expect(dead_code, reason = "only a connector opens and ends connections"))]
mod ledger;
mod report;
mod service;
mod site;
mod trace;
mod verdict;

pub use crate::body::GuardedBody;
pub use crate::collector::Collector;
#[cfg(feature = "hyper-util")]
pub use crate::connector::{Connecting, GuardedConnector, GuardedIo};
pub use crate::event::{BodyEnded, ConnectionSeen, ResponseSeen};
pub use crate::guard::Guard;
pub use crate::report::Reporter;
#[cfg(feature = "hyper-util")]
pub use crate::service::LegacyClient;
pub use crate::service::{GuardedClient, ResponseFuture};
pub use crate::site::{Location, Site};
pub use crate::trace::{Level, TracingReporter};
pub use crate::verdict::{Fate, Verdict};
