//! The legacy client of hyper-util: a connector whose connections are tagged, and a client that finds the tags.
//!
//! Wrap the outermost connector, the one that also does TLS: then the time it takes to connect is the whole
//! handshake's, and what is seen on the IO is HTTP. The one that does TCP below can be timed on its own.

use std::cell::Cell;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use http::{Request, Uri};
use http_body::Body;
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::Connect;
use hyper_util::rt::TokioIo;
use pin_project_lite::pin_project;
use tower_service::Service;

use crate::Origin;
use crate::attempt::Attempt;
use crate::guard::Guard;
use crate::io::GuardedIo;
use crate::service::{GuardedClient, ResponseFuture};
use crate::span;

/// hyper-util's legacy client with its connector and its responses under guard. Made by [`Guard::client`].
pub type LegacyClient<C, B> = GuardedClient<legacy::Client<GuardedConnector<C>, B>>;

impl Guard {
    /// Wraps a connector.
    pub fn connector<C>(&self, inner: C) -> GuardedConnector<C> {
        GuardedConnector { shared: Arc::new(Shared { guard: self.clone(), inner }), ready: None }
    }

    /// Times a connector on which another one is built that does TLS, so that both parts of the price are known.
    ///
    /// ```
    /// use hyper_util::client::legacy::connect::HttpConnector;
    /// # /// Stands for a connector that does TLS on what another one opens.
    /// # fn tls<C>(connector: C) -> C { connector }
    ///
    /// let guard = undrained::Guard::new();
    /// let connector = guard.connector(tls(guard.transport(HttpConnector::new())));
    /// ```
    pub fn transport<C>(&self, inner: C) -> TimedTransport<C> {
        TimedTransport { inner }
    }

    /// Builds a client with both its connector and itself wrapped.
    pub fn client<C, B>(&self, builder: &legacy::Builder, connector: C) -> LegacyClient<C, B>
    where
        GuardedConnector<C>: Connect + Clone,
        B: Body + Send,
        B::Data: Send,
    {
        GuardedClient::linked(self.clone(), builder.build(self.connector(connector)))
    }
}

impl<C, B> GuardedClient<legacy::Client<C, B>>
where
    C: Connect + Clone + Send + Sync + 'static,
    B: Body + Send + Unpin + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    /// Sends a `GET` to `uri`, like the client's own `get`.
    #[track_caller]
    pub fn get(&self, uri: Uri) -> ResponseFuture<legacy::ResponseFuture>
    where
        B: Default,
    {
        let mut request = Request::new(B::default());
        *request.uri_mut() = uri;
        self.request(request)
    }

    /// Sends `request`, like the client's own `request`.
    #[track_caller]
    #[inline]
    pub fn request(&self, request: Request<B>) -> ResponseFuture<legacy::ResponseFuture> {
        let call = self.begin(&request, self.guard().ledger().caller());
        let entered = span::enter(&call);
        let sending = self.get_ref().request(request);
        drop(entered);
        ResponseFuture::new(call, sending)
    }
}

/// A connector whose connections are under guard. Made by [`Guard::connector`].
///
/// ```
/// use hyper_util::client::legacy::connect::HttpConnector;
/// use undrained::Guard;
///
/// let guard = Guard::new();
/// let mut connector = guard.connector(HttpConnector::new());
/// connector.get_mut().set_nodelay(true);
/// assert_eq!(guard.open_connections(), 0);
/// ```
#[derive(Debug)]
pub struct GuardedConnector<C> {
    // hyper-util's client copies its connector for each request, and few of them have to connect. So what is inside is
    // copied only for these: to count one reference is what it takes to copy the simplest connector.
    shared: Arc<Shared<C>>,
    /// A copy of what is inside, which has been asked whether it is ready.
    ready: Option<Box<C>>,
}

#[derive(Clone, Debug)]
struct Shared<C> {
    guard: Guard,
    inner: C,
}

impl<C> Clone for GuardedConnector<C> {
    fn clone(&self) -> Self {
        // That one copy is ready says nothing of another.
        Self { shared: Arc::clone(&self.shared), ready: None }
    }
}

impl<C> GuardedConnector<C> {
    /// The connector inside.
    pub fn get_ref(&self) -> &C {
        &self.shared.inner
    }
}

impl<C: Clone> GuardedConnector<C> {
    /// The connector inside.
    pub fn get_mut(&mut self) -> &mut C {
        self.ready = None;
        &mut Arc::make_mut(&mut self.shared).inner
    }

    /// The connector inside.
    pub fn into_inner(self) -> C {
        Arc::unwrap_or_clone(self.shared).inner
    }

    fn ready(&mut self) -> &mut C {
        self.ready.get_or_insert_with(|| Box::new(self.shared.inner.clone()))
    }
}

impl<C: Service<Uri> + Clone> Service<Uri> for GuardedConnector<C> {
    type Response = TokioIo<GuardedIo<C::Response>>;
    type Error = C::Error;
    type Future = Connecting<C::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.ready().poll_ready(cx)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let ledger = self.shared.guard.ledger();
        let attempt = (!ledger.is_off()).then(|| Box::new(Attempt::new(ledger, Origin::from(&uri))));
        let inner = self.ready().call(uri);
        self.ready = None;
        Connecting { attempt, inner }
    }
}

pin_project! {
    /// A connection that is being opened.
    #[derive(Debug)]
    #[must_use = "futures do nothing unless polled"]
    pub struct Connecting<F> {
        // `None` is not watched. In a box, since the client moves this future, or the room for it, with each request,
        // whether it has to connect or not.
        attempt: Option<Box<Attempt>>,
        #[pin]
        inner: F,
    }
}

impl<F, I, E> Future for Connecting<F>
where
    F: Future<Output = Result<I, E>>,
{
    type Output = Result<TokioIo<GuardedIo<I>>, E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        // One that was opened without a guarded connector above it.
        TRANSPORT.set(None);
        let polled = this.inner.poll(cx);
        if let (Some(took), Some(attempt)) = (TRANSPORT.take(), &mut *this.attempt) {
            attempt.transport(took);
        }
        let io = ready!(polled)?;
        let connection = this.attempt.as_ref().map(|attempt| attempt.opened());
        Poll::Ready(Ok(TokioIo::new(GuardedIo::new(io, connection))))
    }
}

thread_local! {
    /// How long a transport took that was opened while the connector above it was polled, which happens on one thread.
    static TRANSPORT: Cell<Option<Duration>> = const { Cell::new(None) };
}

/// A connector below another one, whose time is told apart. Made by [`Guard::transport`].
#[derive(Clone, Debug)]
pub struct TimedTransport<C> {
    inner: C,
}

impl<C> TimedTransport<C> {
    /// The connector inside.
    pub fn get_ref(&self) -> &C {
        &self.inner
    }

    /// The connector inside.
    pub fn get_mut(&mut self) -> &mut C {
        &mut self.inner
    }

    /// The connector inside.
    pub fn into_inner(self) -> C {
        self.inner
    }
}

impl<C: Service<Uri>> Service<Uri> for TimedTransport<C> {
    type Response = C::Response;
    type Error = C::Error;
    type Future = Timed<C::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        Timed { started: Instant::now(), inner: self.inner.call(uri) }
    }
}

pin_project! {
    /// A transport that is being opened.
    #[derive(Debug)]
    #[must_use = "futures do nothing unless polled"]
    pub struct Timed<F> {
        started: Instant,
        #[pin]
        inner: F,
    }
}

impl<F, I, E> Future for Timed<F>
where
    F: Future<Output = Result<I, E>>,
{
    type Output = Result<I, E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let io = ready!(this.inner.poll(cx))?;
        TRANSPORT.set(Some(this.started.elapsed()));
        Poll::Ready(Ok(io))
    }
}
