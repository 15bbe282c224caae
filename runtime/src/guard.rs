//! The handle that wires connectors, clients and reporters to one ledger.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use crate::ledger::Ledger;
use crate::policy::Wishes;
use crate::service::GuardedClient;
use crate::{BodyEnded, Origin, Policy, Reporter, Sites, Summary, TracingReporter};

/// Watches the responses and connections of HTTP clients. Clones watch together.
///
/// A client and its connections have to be wrapped. For each client that is known there is one call that does both,
/// behind a feature that has the client's name. With layers of your own around hyper-util's, in two steps:
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
/// Put the guard next to the client, below layers that decompress, follow redirects or try again: those change
/// the head that it reads, or drop responses that it should see.
#[derive(Clone)]
pub struct Guard {
    ledger: Arc<Ledger>,
    #[cfg(feature = "addresses")]
    by_address: Arc<crate::clients::address::ByAddress>,
}

impl Guard {
    /// A guard which reports through `tracing`, lost connections as warnings, unless the environment variable
    /// `UNDRAINED` says otherwise.
    pub fn new() -> Self {
        Self::builder().build()
    }

    /// A guard which reports to `reporter` and else is as [`new`](Self::new) makes it.
    pub fn with_reporter(reporter: impl Reporter) -> Self {
        Self::builder().reporter(reporter).build()
    }

    /// To choose what is done, for whom, and who is told.
    pub fn builder() -> Builder {
        Builder {
            reporter: None,
            policy: Policy::default(),
            overrides: HashMap::new(),
            sites: Sites::default(),
            spans: false,
            env: true,
        }
    }

    /// Wraps a client, or any service that answers HTTP requests. The same as the guard's `Layer`.
    ///
    /// Without a connector under guard, what becomes of connections stays unknown.
    pub fn service<S>(&self, inner: S) -> GuardedClient<S> {
        GuardedClient::new(self.clone(), inner)
    }

    /// Reports every early drop whose consequence has not been seen yet, as
    /// [`Fate::Unknown`](crate::Fate::Unknown), and waits until the reporter has written everything.
    ///
    /// For the end of a program or a test. Without it such drops are reported when their connection
    /// is used again or ends. It blocks while debug information is read.
    pub fn flush(&self) {
        self.ledger.flush();
    }

    /// Waits until no dropped body is being read in the background.
    ///
    /// For the end of a program: a runtime that is shut down takes the bodies along that it has not read yet, and their
    /// connections with them.
    ///
    /// ```
    /// # async fn example(guard: undrained::Guard) {
    /// // … the last request was sent …
    /// guard.drained().await;
    /// guard.flush();
    /// # }
    /// ```
    pub async fn drained(&self) {
        std::future::poll_fn(|cx| self.ledger.drains().poll_none(cx)).await;
    }

    /// What was counted so far. It can be printed.
    pub fn summary(&self) -> Summary {
        self.ledger.summary()
    }

    /// Fails if a body was dropped early on an origin whose policy is [`Fail`](Policy::Fail). For the end of a
    /// program; it flushes first. For tests there is [`scope`](crate::scope).
    ///
    /// ```
    /// use undrained::{Guard, Policy};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let guard = Guard::builder().policy(Policy::Fail).build();
    /// // … requests …
    /// guard.check()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn check(&self) -> Result<(), Failures> {
        self.flush();
        let failures = self.ledger.failures();
        if failures.is_empty() { Ok(()) } else { Err(Failures(failures)) }
    }

    /// How many guarded connections are open. With [`Policy::Off`] for all origins none is guarded.
    pub fn open_connections(&self) -> usize {
        self.ledger.open_connections()
    }

    pub(crate) fn ledger(&self) -> &Arc<Ledger> {
        &self.ledger
    }

    #[cfg(feature = "addresses")]
    pub(crate) fn by_address(&self) -> &crate::clients::address::ByAddress {
        &self.by_address
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

/// Makes a [`Guard`]; from [`Guard::builder`].
///
/// ```
/// use std::time::Duration;
/// use undrained::{Guard, Policy, Sites};
///
/// let guard = Guard::builder()
///     .policy(Policy::drain(256 * 1024, Duration::from_millis(50)))
///     .policy_for("https://downloads.example.com".parse()?, Policy::Observe)
///     .sites(Sites::Sampled(100))
///     .build();
/// # Ok::<_, http::uri::InvalidUri>(())
/// ```
pub struct Builder {
    reporter: Option<Box<dyn Reporter>>,
    policy: Policy,
    overrides: HashMap<Origin, Policy>,
    sites: Sites,
    spans: bool,
    env: bool,
}

impl Builder {
    /// Who is told, instead of [`TracingReporter`]. A pair of reporters is one, too.
    pub fn reporter(mut self, reporter: impl Reporter) -> Self {
        self.reporter = Some(Box::new(reporter));
        self
    }

    /// What is done about bodies that are dropped early.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// The same, for one origin.
    pub fn policy_for(mut self, origin: Origin, policy: Policy) -> Self {
        self.overrides.insert(origin, policy);
        self
    }

    /// How much is told about places in the code.
    pub fn sites(mut self, sites: Sites) -> Self {
        self.sites = sites;
        self
    }

    /// Each request has a span of `tracing`'s: `http.client.request`, with the target `undrained::request` and the level
    /// `INFO`, from the request to the end of its body. Its fields have OpenTelemetry's names, so that a layer that
    /// exports spans makes a client's span of it. Where no subscriber wants it, it costs next to nothing.
    pub fn spans(mut self) -> Self {
        self.spans = true;
        self
    }

    /// What the environment variable `UNDRAINED` says does not matter.
    pub fn ignore_env(mut self) -> Self {
        self.env = false;
        self
    }

    /// The guard. A policy from the environment takes the place of all others, those for single origins as well.
    pub fn build(self) -> Guard {
        let Self { reporter, mut policy, mut overrides, mut sites, spans, env } = self;
        if env {
            let wishes = Wishes::from_env();
            if let Some(wish) = wishes.policy {
                policy = wish;
                overrides.clear();
            }
            sites = wishes.sites.unwrap_or(sites);
        }
        let reporter = reporter.unwrap_or_else(|| Box::new(TracingReporter::default()));
        Guard {
            ledger: Arc::new(Ledger::new(reporter, policy, overrides, sites, spans)),
            #[cfg(feature = "addresses")]
            by_address: Arc::default(),
        }
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("policy", &self.policy)
            .field("overrides", &self.overrides)
            .field("sites", &self.sites)
            .field("spans", &self.spans)
            .finish_non_exhaustive()
    }
}

/// The bodies that were dropped early where the policy is [`Fail`](Policy::Fail). Displayed as a list.
#[derive(Clone, Debug)]
pub struct Failures(Vec<BodyEnded>);

impl Failures {
    /// What was dropped; a hundred at most.
    pub fn bodies(&self) -> &[BodyEnded] {
        &self.0
    }
}

impl fmt::Display for Failures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} response bodies were dropped before their end:", self.0.len())?;
        self.0.iter().try_for_each(|ended| writeln!(f, "  {}", crate::report::InALine(ended)))
    }
}

impl std::error::Error for Failures {}
