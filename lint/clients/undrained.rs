//! undrained, the guard of this project. What it wraps is read, and dropped, like what is inside.
//!
//! Weak spots: a service of which only the trait is known gives an unknown response, as it does without the guard; a
//! service that the guard's `Layer` wraps is known, one that `tower::ServiceBuilder` makes of it is not. What the policy
//! `drain` would have read is reported all the same.
#![client(krate = "undrained", versions = ">=0.1, <0.2", features = "enabled, hyper, hyper-util, reqwest, reqwest-0-12, reqwest-blocking, reqwest-middleware, ureq", reuse = "one_read")]

use http::{Request, Response, Uri};
use http_body::Body;
use hyper::body::Incoming;
use hyper::client::conn::{http1, http2};
use hyper_util::client::legacy;
use std::future::Future;
use std::time::Duration;
use tower_service::Service;

pub const ENABLED: bool = true;
pub struct Guard;
impl Guard {
    pub fn new() -> Guard { Guard }
    pub fn with_reporter(reporter: impl Reporter) -> Guard { Guard }
    pub fn builder() -> Builder { Builder }
    pub fn service<S>(&self, inner: S) -> GuardedClient<S> { GuardedClient { inner } }
    pub fn connector<C>(&self, inner: C) -> GuardedConnector<C> { GuardedConnector { inner } }
    pub fn transport<C>(&self, inner: C) -> TimedTransport<C> { TimedTransport { inner } }
    pub fn client<C, B>(&self, builder: &legacy::Builder, connector: C) -> LegacyClient<C, B> {
        GuardedClient { inner: builder.build(GuardedConnector { inner: connector }) }
    }
    pub async fn connect<F, I, E>(&self, uri: &Uri, connecting: F) -> Result<(hyper_util::rt::TokioIo<GuardedIo<I>>, Link), E> where F: Future<Output = Result<I, E>> {
        match connecting.await { Ok(io) => Ok((any(), Link)), Err(e) => Err(e) }
    }
    pub fn reqwest(&self, builder: ::reqwest::ClientBuilder) -> ::reqwest::ClientBuilder { builder }
    pub fn reqwest_blocking(&self, builder: ::reqwest::blocking::ClientBuilder) -> ::reqwest::blocking::ClientBuilder { builder }
    #[unchecked = "another version of a crate that has a stub"]
    pub fn reqwest_0_12(&self, builder: ::reqwest::ClientBuilder) -> ::reqwest::ClientBuilder { builder }
    pub fn ureq(&self, config: ::ureq::config::ConfigBuilder<::ureq::typestate::AgentScope>) -> ::ureq::Agent { config.build().new_agent() }
    pub fn send<R: Sendable>(&self, request: R) -> R::Sent { request.send(self, None) }
    pub fn flush(&self) {}
    pub async fn drained(&self) {}
    pub fn summary(&self) -> Summary { any() }
    pub fn check(&self) -> Result<(), Failures> { any() }
    pub fn open_connections(&self) -> usize { any() }
}
impl Clone for Guard { fn clone(&self) -> Guard { Guard } }
impl Default for Guard { fn default() -> Guard { Guard } }
impl<S> tower_layer::Layer<S> for Guard { type Service = GuardedClient<S>; fn layer(&self, inner: S) -> GuardedClient<S> { GuardedClient { inner } } }

pub struct GuardedClient<S> { inner: S }
pub type LegacyClient<C, B> = GuardedClient<legacy::Client<GuardedConnector<C>, B>>;
impl<S> GuardedClient<S> {
    pub fn get_ref(&self) -> &S { &self.inner }
    pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
    pub fn into_inner(self) -> S { self.inner }
}
impl<S: Clone> Clone for GuardedClient<S> { fn clone(&self) -> GuardedClient<S> { GuardedClient { inner: self.inner.clone() } } }
impl<C, B> GuardedClient<legacy::Client<C, B>> {
    pub fn get(&self, uri: Uri) -> ResponseFuture<legacy::ResponseFuture> { ResponseFuture { inner: self.inner.get(uri) } }
    pub fn request(&self, request: Request<B>) -> ResponseFuture<legacy::ResponseFuture> { ResponseFuture { inner: self.inner.request(request) } }
}

// The clients whose answer is known stand before the general case.
impl<C, B> Service<Request<B>> for GuardedClient<legacy::Client<C, B>> {
    type Response = Response<GuardedBody<Incoming>>;
    type Error = legacy::Error;
    type Future = ResponseFuture<legacy::ResponseFuture>;
    fn call(&mut self, request: Request<B>) -> ResponseFuture<legacy::ResponseFuture> { self.request(request) }
}
impl<C, B> tower::ServiceExt<Request<B>> for GuardedClient<legacy::Client<C, B>> {
    async fn oneshot(self, req: Request<B>) -> Result<Response<GuardedBody<Incoming>>, legacy::Error> { self.request(req).await }
}
impl<S, ReqB, ResB> Service<Request<ReqB>> for GuardedClient<S> where S: Service<Request<ReqB>, Response = Response<ResB>>, ResB: Body {
    type Response = Response<GuardedBody<ResB>>;
    type Error = S::Error;
    type Future = ResponseFuture<S::Future>;
    fn call(&mut self, request: Request<ReqB>) -> ResponseFuture<S::Future> { ResponseFuture { inner: self.inner.call(request) } }
}

pub struct ResponseFuture<F> { inner: F }
impl Future for ResponseFuture<legacy::ResponseFuture> {
    type Output = Result<Response<GuardedBody<Incoming>>, legacy::Error>;
    fn resolve(self) -> Result<Response<GuardedBody<Incoming>>, legacy::Error> { respond(self) }
}
impl<F, B, E> Future for ResponseFuture<F> where F: Future<Output = Result<Response<B>, E>>, B: Body {
    type Output = Result<Response<GuardedBody<B>>, E>;
    fn resolve(self) -> Result<Response<GuardedBody<B>>, E> {
        match self.inner.await { Ok(response) => Ok(response.map(|body| GuardedBody { inner: body })), Err(e) => Err(e) }
    }
}

pub struct GuardedBody<B> { inner: B }
impl<B> GuardedBody<B> {
    pub fn get_ref(&self) -> &B { &self.inner }
    pub fn get_mut(&mut self) -> &mut B { &mut self.inner }
    pub fn into_inner(self) -> B { self.inner }
}
impl<B: Body> Body for GuardedBody<B> { type Data = B::Data; type Error = B::Error; }

pub struct TimedTransport<C> { inner: C }
impl<C> TimedTransport<C> {
    pub fn get_ref(&self) -> &C { &self.inner }
    pub fn get_mut(&mut self) -> &mut C { &mut self.inner }
    pub fn into_inner(self) -> C { self.inner }
}
impl<C: Clone> Clone for TimedTransport<C> { fn clone(&self) -> TimedTransport<C> { TimedTransport { inner: self.inner.clone() } } }
pub struct GuardedConnector<C> { inner: C }
impl<C> GuardedConnector<C> {
    pub fn get_ref(&self) -> &C { &self.inner }
    pub fn get_mut(&mut self) -> &mut C { &mut self.inner }
    pub fn into_inner(self) -> C { self.inner }
}
impl<C: Clone> Clone for GuardedConnector<C> { fn clone(&self) -> GuardedConnector<C> { GuardedConnector { inner: self.inner.clone() } } }

// ------------------------------------------------------------------------------------------ other clients

pub trait Sendable {
    type Sent;
    fn send(self, guard: &Guard, site: Option<Site>) -> Self::Sent;
}
impl Sendable for ::reqwest::RequestBuilder {
    type Sent = std::pin::Pin<Box<dyn Future<Output = ::reqwest::Result<::reqwest::Response>> + Send>>;
    fn send(self, guard: &Guard, site: Option<Site>) -> std::pin::Pin<Box<dyn Future<Output = ::reqwest::Result<::reqwest::Response>> + Send>> {
        Box::pin(async move { respond(self) })
    }
}
impl Sendable for ::reqwest::blocking::RequestBuilder {
    type Sent = ::reqwest::Result<reqwest_blocking::Response>;
    fn send(self, guard: &Guard, site: Option<Site>) -> ::reqwest::Result<reqwest_blocking::Response> { respond(self) }
}
impl reqwest_middleware::Middleware for Guard {}

pub struct Link;
impl Link { pub fn sender<S>(self, inner: S) -> GuardedSender<S> { GuardedSender { inner } } }
pub struct GuardedSender<S> { inner: S }
impl<S> GuardedSender<S> {
    pub fn get_ref(&self) -> &S { &self.inner }
    pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
}
impl<S: Clone> Clone for GuardedSender<S> { fn clone(&self) -> GuardedSender<S> { GuardedSender { inner: self.inner.clone() } } }
impl<B> GuardedSender<http1::SendRequest<B>> {
    pub async fn send_request(&mut self, request: Request<B>) -> hyper::Result<Response<GuardedBody<Incoming>>> { respond(request) }
}
impl<B> GuardedSender<http2::SendRequest<B>> {
    // Over HTTP/2 no connection is lost.
    pub async fn send_request(&mut self, request: Request<B>) -> hyper::Result<Response<GuardedBody<Incoming>>> { respond((request, exempt())) }
}
pub struct GuardedIo<I>;

// Where a function is called `drain`, the word is not in scope.
mod helper { pub fn read<T>(x: T) -> crate::Drained { drain(x); any() } }
pub async fn drain<B>(response: Response<B>, limit: u64, time: Duration) -> Drained where B: Body { helper::read(response) }
pub mod reqwest {
    pub async fn drain(response: ::reqwest::Response, limit: u64, time: std::time::Duration) -> crate::Drained { crate::helper::read(response) }
}
pub mod reqwest_0_12 {
    #[unchecked = "another version of a crate that has a stub"]
    pub async fn drain(response: ::reqwest::Response, limit: u64, time: std::time::Duration) -> crate::Drained { crate::helper::read(response) }
}
pub mod ureq {
    pub fn drain(response: http::Response<::ureq::Body>, limit: u64, time: std::time::Duration) -> crate::Drained { crate::helper::read(response) }
}
pub mod reqwest_blocking {
    use bytes::Bytes;
    use reqwest::Result;

    pub fn drain(response: Response, limit: u64, time: std::time::Duration) -> crate::Drained { crate::helper::read(response) }

    #[fix = "let _ = {}.bytes();"]
    #[body]
    pub struct Response;
    impl Response {
        pub fn text(self) -> Result<String> { drain(self); any() }
        pub fn bytes(self) -> Result<Bytes> { drain(self); any() }
        pub fn copy_to<W>(&mut self, to: &mut W) -> Result<u64> where W: std::io::Write { if any() { drain(self); Ok(any()) } else { read_some(&self); Err(any()) } }
        pub fn error_for_status(self) -> Result<Response> {
            if status_in(status_of(&self), 400, 599) { discard(self); Err(any()) } else { Ok(self) }
        }
        pub fn into_inner(self) -> reqwest::blocking::Response { escape(self); any() }
    }
    impl std::ops::Deref for Response { type Target = reqwest::blocking::Response; fn deref(&self) -> &reqwest::blocking::Response { any() } }
    impl std::io::Read for Response {}
}

// ------------------------------------------------------------------------------------------ what it tells

pub struct Builder;
impl Builder {
    pub fn reporter(self, reporter: impl Reporter) -> Builder { self }
    pub fn policy(self, policy: Policy) -> Builder { self }
    pub fn policy_for(self, origin: Origin, policy: Policy) -> Builder { self }
    pub fn sites(self, sites: Sites) -> Builder { self }
    pub fn spans(self) -> Builder { self }
    pub fn ignore_env(self) -> Builder { self }
    pub fn build(self) -> Guard { Guard }
}
pub enum Policy { Off, Observe, Warn, Drain(DrainLimits), Fail }
impl Policy {
    pub fn drain(bytes: u64, time: Duration) -> Policy { any() }
    pub fn as_str(self) -> &'static str { any() }
}
pub struct DrainLimits { pub bytes: u64, pub time: Duration }
pub enum Sites { Off, Drops, Sampled(u32), Full }
pub struct Origin;
impl Origin {
    pub fn scheme(&self) -> Option<&str> { any() }
    pub fn host(&self) -> &str { any() }
    pub fn port(&self) -> Option<u16> { any() }
}
pub struct Path;
pub struct Summary { pub origins: Vec<OriginTotals>, pub sites: Vec<SiteTotals> }
pub struct OriginTotals { pub origin: Origin, pub totals: Totals }
pub struct SiteTotals { pub site: Site, pub origin: Origin, pub drops: u64, pub lost: u64, pub price: Duration }
pub struct Totals { pub responses: u64, pub reused: u64, pub opened: u64, pub lost: u64, pub price: Duration }
pub struct Failures;
impl Failures { pub fn bodies(&self) -> &[BodyEnded] { any() } }

pub fn scope() -> Scope { Scope }
pub struct Scope;
impl Scope {
    pub fn max_connections(self, n: usize) -> Scope { self }
    pub async fn run<F: Future>(self, future: F) -> F::Output { future.await }
    pub fn run_blocking<T>(self, f: impl FnOnce() -> T) -> T { f() }
    pub fn problems(&self) -> Option<Problems> { any() }
    pub fn handle(&self) -> Handle { Handle }
}
pub struct Handle;
impl Handle {
    pub fn attach<F: Future>(&self, future: F) -> Attached<F> { Attached { inner: future } }
    pub fn attach_blocking<T>(&self, f: impl FnOnce() -> T) -> T { f() }
}
pub struct Attached<F> { inner: F }
impl<F: Future> Future for Attached<F> { type Output = F::Output; fn resolve(self) -> F::Output { self.inner.await } }
pub struct Problems { pub dropped: Vec<BodyEnded>, pub connections: usize, pub max_connections: Option<usize> }

pub trait Reporter {
    fn opened(&self, opened: &ConnectionOpened) {}
    fn response(&self, seen: &ResponseSeen) {}
    fn wants_idle_time(&self) -> bool { any() }
    fn wants_responses(&self) -> bool { any() }
    fn body(&self, ended: &BodyEnded) {}
    fn held(&self, held: &BodyHeld) {}
    fn resets(&self, resets: &ResetsSeen) {}
    fn closed(&self, closed: &ConnectionClosed) {}
    fn flush(&self) {}
}
impl<A: Reporter, B: Reporter> Reporter for (A, B) {}
pub struct TracingReporter;
impl TracingReporter { pub fn new(interval: Duration) -> TracingReporter { TracingReporter } }
impl Default for TracingReporter { fn default() -> TracingReporter { TracingReporter } }
impl Reporter for TracingReporter {}

pub struct Collector;
impl Collector {
    pub fn responses(&self) -> Vec<ResponseSeen> { any() }
    pub fn bodies(&self) -> Vec<BodyEnded> { any() }
    pub fn opened(&self) -> Vec<ConnectionOpened> { any() }
    pub fn held(&self) -> Vec<BodyHeld> { any() }
    pub fn resets(&self) -> Vec<ResetsSeen> { any() }
    pub fn closed(&self) -> Vec<ConnectionClosed> { any() }
    pub async fn wait_for_bodies(&self, count: usize) -> Vec<BodyEnded> { any() }
}
impl Clone for Collector { fn clone(&self) -> Collector { Collector } }
impl Default for Collector { fn default() -> Collector { Collector } }
impl Reporter for Collector {}

pub struct ConnectionOpened { pub id: u64, pub origin: Option<Origin>, pub connect: Duration, pub transport: Option<Duration> }
pub struct ConnectionClosed { pub id: u64, pub origin: Option<Origin>, pub connect: Duration, pub responses: u64, pub age: Duration, pub closing: Closing }
pub struct ResponseSeen {
    pub method: http::Method,
    pub origin: Origin,
    pub path: Path,
    pub status: http::StatusCode,
    pub version: http::Version,
    pub connection: Option<ConnectionSeen>,
    pub site: Option<Site>,
}
pub struct ConnectionSeen { pub id: u64, pub nth: u64, pub idle: Option<Duration>, pub connect: Duration, pub transport: Option<Duration> }
impl ConnectionSeen { pub fn reused(&self) -> bool { any() } pub fn tls(&self) -> Option<Duration> { any() } }
pub struct BodyEnded {
    pub response: ResponseSeen,
    pub verdict: Verdict,
    pub fate: Option<Fate>,
    pub closing: Option<Closing>,
    pub replaced_by: Option<u64>,
    pub read: u64,
    pub left: Option<u64>,
    pub drained: Option<Drained>,
    pub site: Option<Site>,
    pub policy: Policy,
}
pub struct Drained { pub bytes: u64, pub outcome: DrainOutcome }
pub enum DrainOutcome { Complete, TooLong, TooLate, Failed, NoRuntime }
impl DrainOutcome { pub fn as_str(self) -> &'static str { any() } }
pub struct BodyHeld { pub response: ResponseSeen, pub opened: u64, pub connect: Duration }
pub struct ResetsSeen { pub connection: u64, pub origin: Option<Origin>, pub cancelled: u64, pub internal: u64, pub going_away: Option<GoAway> }
pub struct GoAway { pub code: u32, pub ours: bool }
pub enum Verdict { Drained, PartlyRead, Unread, Failed, Exempt }
impl Verdict { pub fn as_str(self) -> &'static str { any() } }
pub enum Fate { Lost, Survived, Reset, Unknown }
impl Fate { pub fn as_str(self) -> &'static str { any() } }
pub enum Closing { Drop, Client, Pool, Peer, Announced, GoAway, Unwatched }
impl Closing { pub fn as_str(self) -> &'static str { any() } }
pub struct Site;
impl Site { pub fn location(&self) -> Option<std::sync::Arc<Location>> { any() } }
pub struct Location { pub file: Option<String>, pub line: Option<u32>, pub column: Option<u32>, pub function: Option<String> }
