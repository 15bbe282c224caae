//! A client whose responses are under guard, for any service that answers HTTP requests.
//!
//! It is transparent to readiness and errors, and requests pass through untouched.
//! Only the head of a response is looked at, to tell whether its connection could be used again.

use std::mem;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Instant;

use http::header::{CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName, Method, Request, Response, StatusCode, Uri, Version};
use http_body::Body;
use pin_project_lite::pin_project;
use tower_service::Service;

use crate::body::Subject;
use crate::ledger::Tag;
use crate::{Guard, GuardedBody, ResponseSeen};

/// hyper-util's legacy client with its connector and its responses under guard.
#[cfg(feature = "hyper-util")]
pub type LegacyClient<C, B> = GuardedClient<hyper_util::client::legacy::Client<crate::GuardedConnector<C>, B>>;

/// A service whose response bodies are [`GuardedBody`]s. Made by [`Guard::client`] or [`Guard::service`].
///
/// ```
/// use http::{Request, Response};
/// use tower_service::Service;
/// use undrained::Guard;
///
/// /// Takes any client, under guard or not.
/// async fn status<S, B>(client: &mut S) -> Result<u16, S::Error>
/// where
///     S: Service<Request<String>, Response = Response<B>>,
/// {
///     let response = client.call(Request::new(String::new())).await?;
///     Ok(response.status().as_u16())
/// }
///
/// async fn guarded_status<S, B>(client: S) -> Result<u16, S::Error>
/// where
///     S: Service<Request<String>, Response = Response<B>>,
///     B: http_body::Body,
/// {
///     status(&mut Guard::new().service(client)).await
/// }
/// ```
#[derive(Clone, Debug)]
pub struct GuardedClient<S> {
    guard: Guard,
    inner: S,
}

impl<S> GuardedClient<S> {
    pub(crate) fn new(guard: Guard, inner: S) -> Self {
        Self { guard, inner }
    }

    /// The service inside.
    pub fn get_ref(&self) -> &S {
        &self.inner
    }

    /// The service inside. Responses it gives directly are not under guard.
    pub fn get_mut(&mut self) -> &mut S {
        &mut self.inner
    }

    /// The service inside.
    pub fn into_inner(self) -> S {
        self.inner
    }
}

#[cfg(feature = "hyper-util")]
impl<C, B> GuardedClient<hyper_util::client::legacy::Client<C, B>>
where
    C: hyper_util::client::legacy::connect::Connect + Clone + Send + Sync + 'static,
    B: Body + Send + Unpin + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    /// Sends a `GET` to `uri`, like the client's own `get`.
    pub fn get(&self, uri: Uri) -> ResponseFuture<hyper_util::client::legacy::ResponseFuture>
    where
        B: Default,
    {
        let mut request = Request::new(B::default());
        *request.uri_mut() = uri;
        self.request(request)
    }

    /// Sends `request`, like the client's own `request`.
    pub fn request(&self, request: Request<B>) -> ResponseFuture<hyper_util::client::legacy::ResponseFuture> {
        let call = Call::new(&self.guard, &request);
        ResponseFuture { call, inner: self.inner.request(request) }
    }
}

impl<S, ReqB, ResB> Service<Request<ReqB>> for GuardedClient<S>
where
    S: Service<Request<ReqB>, Response = Response<ResB>>,
    ResB: Body,
{
    type Response = Response<GuardedBody<ResB>>;
    type Error = S::Error;
    type Future = ResponseFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<ReqB>) -> Self::Future {
        let call = Call::new(&self.guard, &request);
        ResponseFuture { call, inner: self.inner.call(request) }
    }
}

pin_project! {
    /// A response that is on its way.
    #[derive(Debug)]
    #[must_use = "futures do nothing unless polled"]
    pub struct ResponseFuture<F> {
        call: Call,
        #[pin]
        inner: F,
    }
}

impl<F, B, E> Future for ResponseFuture<F>
where
    F: Future<Output = Result<Response<B>, E>>,
    B: Body,
{
    type Output = Result<Response<GuardedBody<B>>, E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let response = ready!(this.inner.poll(cx))?;
        Poll::Ready(Ok(this.call.answered(response)))
    }
}

/// What has to be remembered of a request until its response arrives. Of the URI only what may be told.
#[derive(Debug)]
struct Call {
    guard: Guard,
    method: Method,
    origin: String,
    path: String,
    persistent: bool,
    sent: Instant,
}

impl Call {
    fn new<B>(guard: &Guard, request: &Request<B>) -> Self {
        Self {
            guard: guard.clone(),
            method: request.method().clone(),
            origin: origin(request.uri()),
            path: request.uri().path().to_owned(),
            persistent: persistent(request.version(), request.headers()),
            sent: Instant::now(),
        }
    }

    fn answered<B: Body>(&mut self, mut response: Response<B>) -> Response<GuardedBody<B>> {
        // Taken out, not copied: as long as a tag lives, its pool seems to hold the connection.
        let connection = response.extensions_mut().remove::<Tag>().map(|tag| tag.connection());
        let seen = Arc::new(ResponseSeen {
            method: self.method.clone(),
            origin: mem::take(&mut self.origin),
            path: mem::take(&mut self.path),
            status: response.status(),
            version: response.version(),
            connection: connection.as_ref().map(|connection| connection.response(self.sent)),
        });
        let ledger = Arc::clone(self.guard.ledger());
        ledger.reporter().response(&seen);

        let subject = Subject {
            ledger,
            connection,
            response: seen,
            reusable: self.persistent && reusable(&self.method, &response),
        };
        response.map(|body| GuardedBody::new(body, subject))
    }
}

/// Whether reading this response to its end leaves a connection that can serve another request.
fn reusable<B: Body>(method: &Method, response: &Response<B>) -> bool {
    let status = response.status();
    let bodiless = method == Method::HEAD
        || method == Method::CONNECT
        || status.is_informational()
        || status == StatusCode::NO_CONTENT
        || status == StatusCode::NOT_MODIFIED;
    if bodiless {
        return false;
    }
    if response.version() > Version::HTTP_11 {
        return true;
    }
    // Neither counted nor chunked: the body ends when the connection does (RFC 9112, section 6.3).
    let ends_with_connection = !response.headers().contains_key(CONTENT_LENGTH)
        && !lists(response.headers(), &TRANSFER_ENCODING, "chunked")
        && response.body().size_hint().exact().is_none();
    persistent(response.version(), response.headers()) && !ends_with_connection
}

/// Whether a message with this head wants the connection kept (RFC 9112, section 9.3).
fn persistent(version: Version, headers: &HeaderMap) -> bool {
    if version > Version::HTTP_11 {
        return true;
    }
    !lists(headers, &CONNECTION, "close") && (version == Version::HTTP_11 || lists(headers, &CONNECTION, "keep-alive"))
}

/// Whether a header which holds a comma-separated list has `token` in it.
fn lists(headers: &HeaderMap, name: &HeaderName, token: &str) -> bool {
    headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|part| part.trim().eq_ignore_ascii_case(token))
}

/// Built from its parts, so that user info cannot slip in.
fn origin(uri: &Uri) -> String {
    let scheme = uri.scheme_str().map(|scheme| format!("{scheme}://")).unwrap_or_default();
    let port = uri.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{scheme}{}{port}", uri.host().unwrap_or_default())
}
