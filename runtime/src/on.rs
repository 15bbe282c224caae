//! What wraps clients, with the guard on.

/// Whether the guard does anything in this build.
pub const ENABLED: bool = true;

pub use crate::body::GuardedBody;
#[cfg(feature = "hyper")]
pub use crate::clients::hyper::{GuardedSender, Link};
#[cfg(feature = "hyper-util")]
pub use crate::clients::hyper_util::{Connecting, GuardedConnector, LegacyClient, Timed, TimedTransport};
#[cfg(feature = "reqwest-blocking")]
pub use crate::clients::reqwest_blocking;
pub use crate::clients::send::Sendable;
pub use crate::guard::{Builder, Guard};
#[cfg(feature = "io")]
pub use crate::io::GuardedIo;
pub use crate::service::{GuardedClient, ResponseFuture};
