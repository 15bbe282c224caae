//! ureq 3: a whole agent under guard.
//!
//! ureq gives a connection back to its pool when a read finds the end of the body, and drops it else. Both are seen on
//! the transport, so a response and its body stay exactly what they were. How much was read is counted as it came over
//! the connection: compressed, and in chunks with what frames them.
//!
//! ureq's interface for transports does not promise to stay as it is (its module is called `unversioned`).
//! The policy [`Drain`](crate::Policy::Drain) reads nothing here. When the guard sees a drop, ureq has given up what
//! knows where the body ends and would put the connection back into the pool; and a blocking read in the background
//! could not be given up when its time is over. [`drain`] does it by hand, on the thread that knows whether it can wait.

use std::cell::RefCell;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ::ureq::config::{Config, ConfigBuilder};
use ::ureq::middleware::{Middleware, MiddlewareNext};
use ::ureq::typestate::AgentScope;
use ::ureq::unversioned::resolver::{DefaultResolver, Resolver};
use ::ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, DefaultConnector, NextTimeout, Transport};
use ::ureq::{Agent, Body, Error, SendBody};
use http::{Request, Response};

use crate::attempt::Attempt;
use crate::body::Watch;
use crate::connection::{Connection, Tag};
use crate::exchange::{Call, Exchange};
use crate::guard::Guard;
use crate::ledger::lock;
use crate::span;
use crate::{Closing, Drained, Origin, Verdict};

impl Guard {
    /// Builds an agent whose connections and responses are under guard.
    ///
    /// ```no_run
    /// # fn example() -> Result<(), ureq::Error> {
    /// let guard = undrained::Guard::new();
    /// let agent = guard.ureq(ureq::Agent::config_builder());
    ///
    /// let mut response = agent.get("http://localhost:8080/").call()?;
    /// println!("{}", response.body_mut().read_to_string()?);
    /// # Ok(())
    /// # }
    /// ```
    pub fn ureq(&self, config: ConfigBuilder<AgentScope>) -> Agent {
        self.ureq_with(config, DefaultConnector::default(), DefaultResolver::default())
    }

    /// The same, with a connector and a resolver of one's own.
    pub fn ureq_with(
        &self,
        config: ConfigBuilder<AgentScope>,
        connector: impl Connector,
        resolver: impl Resolver,
    ) -> Agent {
        let config: Config = config.middleware(WatchCalls(self.clone())).build();
        Agent::with_parts(config, WatchConnects { guard: self.clone(), inner: connector }, resolver)
    }
}

thread_local! {
    /// The exchange on the transport that this thread has last written to: ureq sends and waits on one thread.
    static LAST: RefCell<Option<Arc<Shared>>> = const { RefCell::new(None) };
}

/// What a transport and the middleware both know of a connection.
#[derive(Debug)]
struct Shared {
    connection: Arc<Connection>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// The body that is read or dropped.
    watch: Option<Watch>,
    /// The connection was given back, so there is no body to wait for.
    given_back: bool,
    /// How much had been consumed when the head was.
    head: Option<u64>,
}

/// Sees the heads of requests and responses.
#[derive(Debug)]
struct WatchCalls(Guard);

impl Middleware for WatchCalls {
    fn handle(&self, request: Request<SendBody>, next: MiddlewareNext) -> Result<Response<Body>, Error> {
        let call = Call::new(&self.0, (&request).into(), self.0.ledger().request_site());
        LAST.take();
        let entered = span::enter(&call);
        let response = next.handle(request);
        drop(entered);
        let last = LAST.take();
        let response = response?;
        let length = response.body().content_length();
        let tag = last.as_ref().map(|shared| Tag::new(&shared.connection)).unwrap_or_default();
        let exchange =
            call.and_then(|call| call.answered(response.status(), response.version(), response.headers(), length, tag));
        let mut watch = Watch::new(exchange);
        if let Some(shared) = last {
            let mut state = lock(&shared.state);
            if !state.given_back {
                state.watch = Some(watch);
                return Ok(response);
            }
        }
        watch.end(Verdict::Exempt);
        Ok(response)
    }
}

/// A connector whose connections are under guard.
#[derive(Debug)]
struct WatchConnects<C> {
    guard: Guard,
    inner: C,
}

impl<In: Transport, C: Connector<In>> Connector<In> for WatchConnects<C> {
    type Out = GuardedTransport<C::Out>;

    fn connect(&self, details: &ConnectionDetails, chained: Option<In>) -> Result<Option<Self::Out>, Error> {
        let attempt = Attempt::new(self.guard.ledger(), Origin::from(details.uri));
        let Some(inner) = self.inner.connect(details, chained)? else {
            return Ok(None);
        };
        let shared = Arc::new(Shared { connection: attempt.opened(), state: Mutex::default() });
        Ok(Some(GuardedTransport { shared, tag: None, received: 0, inner }))
    }
}

/// A transport that tells how its connection is used and how it ends.
#[derive(Debug)]
struct GuardedTransport<T: Transport> {
    shared: Arc<Shared>,
    /// There while a request is under way, as opposed to waiting in the pool.
    tag: Option<Tag>,
    /// Bytes that have come, consumed or not.
    received: u64,
    inner: T,
}

impl<T: Transport> GuardedTransport<T> {
    /// Counts what was consumed since the head.
    fn count(&mut self) {
        let consumed = self.received.saturating_sub(self.inner.buffers().input().len() as u64);
        let mut state = lock(&self.shared.state);
        let State { watch, head, .. } = &mut *state;
        if let Some(watch) = watch {
            // Nobody has read anything when this is asked for the first time.
            watch.read_until(consumed.saturating_sub(*head.get_or_insert(consumed)));
        }
    }

    fn owes_a_read(&self) -> bool {
        let state = lock(&self.shared.state);
        state.watch.as_ref().and_then(Watch::exchange).is_some_and(Exchange::owes_a_read)
    }

    fn end(&self, verdict: Verdict) {
        let watch = lock(&self.shared.state).watch.take();
        if let Some(mut watch) = watch {
            watch.end(verdict);
        }
    }
}

impl<T: Transport> Transport for GuardedTransport<T> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.count();
        self.inner.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        self.shared.connection.written();
        self.tag.get_or_insert_with(|| Tag::new(&self.shared.connection));
        *lock(&self.shared.state) = State::default();
        LAST.set(Some(Arc::clone(&self.shared)));
        let transmitted = self.inner.transmit_output(amount, timeout);
        if transmitted.is_err() {
            self.shared.connection.will_end(Closing::Peer);
        }
        transmitted
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        self.count();
        let before = self.inner.buffers().input().len();
        let input = self.inner.await_input(timeout);
        self.received += self.inner.buffers().input().len().saturating_sub(before) as u64;
        if !matches!(input, Ok(true)) {
            self.shared.connection.will_end(Closing::Peer);
            // A body that ends with the connection has ended; any other has not come to its end.
            let ends_here = input.is_ok() && !self.owes_a_read();
            self.end(if ends_here { Verdict::Drained } else { Verdict::Failed });
        }
        input
    }

    /// ureq asks this before it puts a connection into its pool, which it does at the end of a body, and when it takes
    /// one out.
    fn is_open(&mut self) -> bool {
        self.count();
        lock(&self.shared.state).given_back = true;
        self.end(Verdict::Drained);
        self.tag = None;
        let open = self.inner.is_open();
        if !open {
            self.shared.connection.will_end(Closing::Peer);
        }
        open
    }

    fn is_tls(&self) -> bool {
        self.inner.is_tls()
    }
}

impl<T: Transport> Drop for GuardedTransport<T> {
    fn drop(&mut self) {
        self.count();
        let watch = lock(&self.shared.state).watch.take();
        if let Some(mut watch) = watch {
            watch.abandon(None);
        }
        self.shared.connection.shutdown();
        self.tag = None;
        self.shared.connection.end();
    }
}

/// Reads a response that nobody wants to its end, so that its connection can be used again: at most `limit` bytes, and
/// no further after `time`, which is looked at between two reads.
// undrained: allow(partly_read) -- that it can stop at its limits is what this is for
pub fn drain(response: Response<Body>, limit: u64, time: Duration) -> Drained {
    let length = response.body().content_length();
    crate::drain::read_out(&mut response.into_body().into_reader(), length, limit, time)
}
