//! The handle that wires connector and client to one ledger and one reporter.
//!
//! It holds no policy: what is done with an event is the [`Reporter`]'s business.
//! A client whose connector is not guarded works, but the fate of its connections stays unknown.

use std::fmt;
use std::sync::Arc;

use crate::ledger::Ledger;
use crate::{GuardedClient, Reporter, TracingReporter};

/// Watches the responses and connections of HTTP clients. Clones watch together.
///
/// Both a client and its connector have to be wrapped; [`client`](Self::client) does both in one call.
/// In two steps, with layers of your own around the client:
///
/// ```
/// # #[cfg(feature = "hyper-util")] {
/// use hyper_util::client::legacy::{Client, connect::HttpConnector};
/// use hyper_util::rt::TokioExecutor;
/// use undrained::Guard;
///
/// let guard = Guard::new();
/// let connector = guard.connector(HttpConnector::new());
/// let client: Client<_, String> = Client::builder(TokioExecutor::new()).build(connector);
/// let client = guard.service(client);
/// # }
/// ```
///
/// Put the guard next to the client, below layers that decompress or follow redirects: those change
/// the head that it reads, or drop responses that it should see.
#[derive(Clone)]
pub struct Guard {
    ledger: Arc<Ledger>,
}

impl Guard {
    /// A guard which reports through `tracing`, lost connections as warnings.
    pub fn new() -> Self {
        Self::with_reporter(TracingReporter::default())
    }

    /// A guard which reports to `reporter`.
    pub fn with_reporter(reporter: impl Reporter) -> Self {
        Self { ledger: Arc::new(Ledger::new(Box::new(reporter))) }
    }

    /// Wraps a client, or any service that answers HTTP requests. The same as the guard's `Layer`.
    pub fn service<S>(&self, inner: S) -> GuardedClient<S> {
        GuardedClient::new(self.clone(), inner)
    }

    /// Wraps a connector.
    #[cfg(feature = "hyper-util")]
    pub fn connector<C>(&self, inner: C) -> crate::GuardedConnector<C> {
        crate::GuardedConnector::new(self.clone(), inner)
    }

    /// Builds a client with both its connector and itself wrapped.
    #[cfg(feature = "hyper-util")]
    pub fn client<C, B>(&self, builder: &hyper_util::client::legacy::Builder, connector: C) -> crate::LegacyClient<C, B>
    where
        crate::GuardedConnector<C>: hyper_util::client::legacy::connect::Connect + Clone,
        B: http_body::Body + Send,
        B::Data: Send,
    {
        self.service(builder.build(self.connector(connector)))
    }

    /// Reports every early drop whose consequence has not been seen yet, as
    /// [`Fate::Unknown`](crate::Fate::Unknown), and waits until the reporter has written everything.
    ///
    /// For the end of a program or a test. Without it such drops are reported when their connection
    /// is used again or ends. It blocks while debug information is read.
    pub fn flush(&self) {
        self.ledger.flush();
    }

    /// How many guarded connections are open.
    pub fn open_connections(&self) -> usize {
        self.ledger.open_connections()
    }

    pub(crate) fn ledger(&self) -> &Arc<Ledger> {
        &self.ledger
    }
}

impl Default for Guard {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guard").field("open_connections", &self.open_connections()).finish_non_exhaustive()
    }
}

impl<S> tower_layer::Layer<S> for Guard {
    type Service = GuardedClient<S>;

    fn layer(&self, inner: S) -> Self::Service {
        self.service(inner)
    }
}
