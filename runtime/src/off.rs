//! What wraps clients, with the guard off: nothing. The wrappers are what they wrap, and a guard is empty.
//!
//! What can be named and called is as with the guard on, but for what only a wrapper has (`get_ref`, `into_inner`).

use crate::guard::Failures;
use crate::{Origin, Policy, Reporter, Sites, Summary};

/// Whether the guard does anything in this build.
pub const ENABLED: bool = false;

/// The body itself.
pub type GuardedBody<B> = B;
/// The client itself.
pub type GuardedClient<S> = S;
/// The client's own future.
pub type ResponseFuture<F> = F;

/// Watches nothing in this build.
#[derive(Clone, Debug, Default)]
pub struct Guard(());

impl Guard {
    /// A guard that does nothing.
    pub fn new() -> Self {
        Self(())
    }

    /// A guard that does nothing.
    pub fn with_reporter(_reporter: impl Reporter) -> Self {
        Self(())
    }

    /// Takes all settings and makes a guard that does nothing.
    pub fn builder() -> Builder {
        Builder(())
    }

    /// Gives `inner` back.
    pub fn service<S>(&self, inner: S) -> S {
        inner
    }

    /// Does nothing.
    pub fn flush(&self) {}

    /// Nothing is being read.
    pub async fn drained(&self) {}

    /// Nothing was counted.
    pub fn summary(&self) -> Summary {
        Summary::default()
    }

    /// Nothing was seen, so nothing fails.
    pub fn check(&self) -> Result<(), Failures> {
        Ok(())
    }

    /// None is watched.
    pub fn open_connections(&self) -> usize {
        0
    }
}

impl<S> tower_layer::Layer<S> for Guard {
    type Service = S;

    fn layer(&self, inner: S) -> S {
        inner
    }
}

/// Makes a [`Guard`] that does nothing.
#[derive(Debug)]
pub struct Builder(());

impl Builder {
    /// Changes nothing.
    pub fn reporter(self, _reporter: impl Reporter) -> Self {
        self
    }

    /// Changes nothing.
    pub fn policy(self, _policy: Policy) -> Self {
        self
    }

    /// Changes nothing.
    pub fn policy_for(self, _origin: Origin, _policy: Policy) -> Self {
        self
    }

    /// Changes nothing.
    pub fn sites(self, _sites: Sites) -> Self {
        self
    }

    /// Changes nothing.
    pub fn spans(self) -> Self {
        self
    }

    /// Changes nothing.
    pub fn ignore_env(self) -> Self {
        self
    }

    /// A guard that does nothing.
    pub fn build(self) -> Guard {
        Guard(())
    }
}

#[cfg(feature = "hyper-util")]
pub use self::legacy::{GuardedConnector, LegacyClient, TimedTransport};

#[cfg(feature = "hyper-util")]
mod legacy {
    use hyper_util::client::legacy::connect::Connect;
    use hyper_util::client::legacy::{Builder, Client};

    /// The connector itself.
    pub type GuardedConnector<C> = C;
    /// The connector itself.
    pub type TimedTransport<C> = C;
    /// The client itself.
    pub type LegacyClient<C, B> = Client<C, B>;

    impl super::Guard {
        /// Gives `inner` back.
        pub fn connector<C>(&self, inner: C) -> C {
            inner
        }

        /// Gives `inner` back.
        pub fn transport<C>(&self, inner: C) -> C {
            inner
        }

        /// Builds the client.
        pub fn client<C, B>(&self, builder: &Builder, connector: C) -> Client<C, B>
        where
            C: Connect + Clone,
            B: http_body::Body + Send,
            B::Data: Send,
        {
            builder.build(connector)
        }
    }
}

#[cfg(feature = "hyper")]
pub use self::by_hand::{GuardedSender, Link};

#[cfg(feature = "hyper")]
mod by_hand {
    /// The sender itself.
    pub type GuardedSender<S> = S;

    /// Stands where a connection under guard would.
    #[derive(Debug)]
    pub struct Link(());

    impl Link {
        /// Gives `inner` back.
        pub fn sender<S>(self, inner: S) -> S {
            inner
        }
    }

    impl super::Guard {
        /// Waits for `connecting`.
        pub async fn connect<F, I, E>(&self, _uri: &http::Uri, connecting: F) -> Result<(I, Link), E>
        where
            F: Future<Output = Result<I, E>>,
        {
            Ok((connecting.await?, Link(())))
        }
    }
}

/// A request that [`Guard::send`] can send.
pub trait Sendable {
    /// What comes of it: a response, or a future of one.
    type Sent;

    /// Sends it.
    #[doc(hidden)]
    fn send_plainly(self) -> Self::Sent;
}

impl Guard {
    /// Sends `request`.
    pub fn send<R: Sendable>(&self, request: R) -> R::Sent {
        request.send_plainly()
    }
}

#[cfg(any(feature = "reqwest", feature = "reqwest-0-12"))]
macro_rules! reqwest {
    ($krate:ident) => {
        impl Guard {
            /// Gives `builder` back.
            pub fn $krate(&self, builder: ::$krate::ClientBuilder) -> ::$krate::ClientBuilder {
                builder
            }
        }

        impl Sendable for ::$krate::RequestBuilder {
            type Sent = std::pin::Pin<Box<dyn Future<Output = ::$krate::Result<::$krate::Response>> + Send>>;

            fn send_plainly(self) -> Self::Sent {
                Box::pin(self.send())
            }
        }
    };
}

#[cfg(feature = "reqwest")]
reqwest!(reqwest);
#[cfg(feature = "reqwest-0-12")]
reqwest!(reqwest_0_12);

#[cfg(feature = "reqwest-middleware")]
#[async_trait::async_trait]
impl reqwest_middleware::Middleware for Guard {
    async fn handle(
        &self,
        request: ::reqwest::Request,
        extensions: &mut http::Extensions,
        next: reqwest_middleware::Next<'_>,
    ) -> reqwest_middleware::Result<::reqwest::Response> {
        next.run(request, extensions).await
    }
}

/// reqwest's blocking client.
#[cfg(feature = "reqwest-blocking")]
pub mod reqwest_blocking {
    use std::time::Duration;

    use ::reqwest::blocking::{ClientBuilder, RequestBuilder};

    pub use ::reqwest::blocking::Response;

    use crate::Drained;

    impl super::Guard {
        /// Gives `builder` back.
        pub fn reqwest_blocking(&self, builder: ClientBuilder) -> ClientBuilder {
            builder
        }
    }

    impl super::Sendable for RequestBuilder {
        type Sent = ::reqwest::Result<Response>;

        fn send_plainly(self) -> Self::Sent {
            self.send()
        }
    }

    /// Reads a response that nobody wants to its end, so that its connection can be used again: at most `limit` bytes,
    /// and no further after `time`, which is looked at between two reads.
    // undrained: allow(partly_read) -- that it can stop at its limits is what this is for
    pub fn drain(mut response: Response, limit: u64, time: Duration) -> Drained {
        let length = response.content_length();
        crate::drain::read_out(&mut response, length, limit, time)
    }
}

#[cfg(feature = "ureq")]
mod agents {
    use ::ureq::Agent;
    use ::ureq::config::ConfigBuilder;
    use ::ureq::typestate::AgentScope;
    use ::ureq::unversioned::resolver::Resolver;
    use ::ureq::unversioned::transport::Connector;

    impl super::Guard {
        /// Builds the agent.
        pub fn ureq(&self, config: ConfigBuilder<AgentScope>) -> Agent {
            Agent::new_with_config(config.build())
        }

        /// Builds the agent.
        pub fn ureq_with(
            &self,
            config: ConfigBuilder<AgentScope>,
            connector: impl Connector,
            resolver: impl Resolver,
        ) -> Agent {
            Agent::with_parts(config.build(), connector, resolver)
        }
    }
}
