//! undrained, the guard of this project. What it wraps is read, and dropped, like what is inside.
//!
//! Weak spot: a service of which only the trait is known gives an unknown response, as it does without the guard.
#![client(krate = "undrained", versions = ">=0.1, <0.2", features = "hyper-util", reuse = "one_read")]

use http::{Request, Response, Uri};
use http_body::Body;
use hyper::body::Incoming;
use hyper_util::client::legacy;
use std::future::Future;
use tower_service::Service;

pub struct Guard;
impl Guard {
    pub fn new() -> Guard { Guard }
    pub fn with_reporter(reporter: impl Reporter) -> Guard { Guard }
    pub fn service<S>(&self, inner: S) -> GuardedClient<S> { GuardedClient { inner } }
    pub fn connector<C>(&self, inner: C) -> GuardedConnector<C> { GuardedConnector { inner } }
    pub fn client<C, B>(&self, builder: &legacy::Builder, connector: C) -> LegacyClient<C, B> {
        GuardedClient { inner: builder.build(GuardedConnector { inner: connector }) }
    }
    pub fn flush(&self) {}
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

pub struct GuardedConnector<C> { inner: C }
impl<C> GuardedConnector<C> {
    pub fn get_ref(&self) -> &C { &self.inner }
    pub fn get_mut(&mut self) -> &mut C { &mut self.inner }
    pub fn into_inner(self) -> C { self.inner }
}
impl<C: Clone> Clone for GuardedConnector<C> { fn clone(&self) -> GuardedConnector<C> { GuardedConnector { inner: self.inner.clone() } } }

// ------------------------------------------------------------------------------------------ what it tells

pub trait Reporter {
    fn response(&self, seen: &ResponseSeen) {}
    fn body(&self, ended: &BodyEnded) {}
    fn flush(&self) {}
}
impl<A: Reporter, B: Reporter> Reporter for (A, B) {}
pub struct TracingReporter;
impl TracingReporter { pub fn new(level: Level) -> TracingReporter { TracingReporter } }
impl Default for TracingReporter { fn default() -> TracingReporter { TracingReporter } }
impl Reporter for TracingReporter {}
pub enum Level { Observe, Warn }

pub struct Collector;
impl Collector {
    pub fn responses(&self) -> Vec<ResponseSeen> { any() }
    pub fn bodies(&self) -> Vec<BodyEnded> { any() }
    pub async fn wait_for_bodies(&self, count: usize) -> Vec<BodyEnded> { any() }
}
impl Clone for Collector { fn clone(&self) -> Collector { Collector } }
impl Default for Collector { fn default() -> Collector { Collector } }
impl Reporter for Collector {}

pub struct ResponseSeen {
    pub method: http::Method,
    pub origin: String,
    pub path: String,
    pub status: http::StatusCode,
    pub version: http::Version,
    pub connection: Option<ConnectionSeen>,
}
pub struct ConnectionSeen { pub id: u64, pub nth: u64, pub idle: Option<std::time::Duration>, pub connect: std::time::Duration }
impl ConnectionSeen { pub fn reused(&self) -> bool { any() } }
pub struct BodyEnded {
    pub response: std::sync::Arc<ResponseSeen>,
    pub verdict: Verdict,
    pub fate: Option<Fate>,
    pub read: u64,
    pub left: Option<u64>,
    pub site: Option<Site>,
}
pub enum Verdict { Drained, PartlyRead, Unread, Failed, Exempt }
impl Verdict { pub fn as_str(self) -> &'static str { any() } }
pub enum Fate { Lost, Survived, Reset, Unknown }
impl Fate { pub fn as_str(self) -> &'static str { any() } }
pub struct Site;
impl Site { pub fn location(&self) -> Option<std::sync::Arc<Location>> { any() } }
pub struct Location { pub file: Option<String>, pub line: Option<u32>, pub column: Option<u32>, pub function: Option<String> }
