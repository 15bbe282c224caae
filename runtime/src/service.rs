//! A client whose responses are under guard, for any service that answers HTTP requests.
//!
//! It is transparent to readiness and errors, and requests pass through untouched.
//! Only the heads are looked at, to tell whether a connection could be used again.

use std::pin::Pin;
use std::task::{Context, Poll};

use http::{Request, Response};
use http_body::Body;
use pin_project_lite::pin_project;
use tower_service::Service;

use crate::body::GuardedBody;
use crate::connection::Tag;
use crate::exchange::{Call, Exchange};
use crate::guard::Guard;
use crate::{Site, span};

/// A service whose response bodies are [`GuardedBody`]s. Made by [`Guard::service`].
///
/// A body has to be `Send`, `Unpin` and `'static`, so that the guard can read the rest of it elsewhere; one that is
/// not is boxed before.
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
///     B: http_body::Body + Send + Unpin + 'static,
/// {
///     status(&mut Guard::new().service(client)).await
/// }
/// ```
#[derive(Clone, Debug)]
pub struct GuardedClient<S> {
    guard: Guard,
    inner: S,
    /// Its connections are under guard as well, and each leads where the requests on it go.
    #[cfg(feature = "hyper-util")]
    linked: bool,
}

impl<S> GuardedClient<S> {
    pub(crate) fn new(guard: Guard, inner: S) -> Self {
        Self {
            guard,
            inner,
            #[cfg(feature = "hyper-util")]
            linked: false,
        }
    }

    #[cfg(feature = "hyper-util")]
    pub(crate) fn linked(guard: Guard, inner: S) -> Self {
        Self { guard, inner, linked: true }
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

    #[cfg(feature = "hyper-util")]
    pub(crate) fn guard(&self) -> &Guard {
        &self.guard
    }

    #[inline]
    pub(crate) fn begin<B>(&self, request: &Request<B>, site: Option<Site>) -> Option<Call> {
        #[cfg(feature = "hyper-util")]
        if self.linked {
            return Call::linked(&self.guard, request.into(), site);
        }
        Call::new(&self.guard, request.into(), site)
    }
}

impl<S, ReqB, ResB> Service<Request<ReqB>> for GuardedClient<S>
where
    S: Service<Request<ReqB>, Response = Response<ResB>>,
    ResB: Body + Send + Unpin + 'static,
{
    type Response = Response<GuardedBody<ResB>>;
    type Error = S::Error;
    type Future = ResponseFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    #[inline]
    fn call(&mut self, request: Request<ReqB>) -> Self::Future {
        let call = self.begin(&request, self.guard.ledger().request_site());
        let entered = span::enter(&call);
        let sending = self.inner.call(request);
        drop(entered);
        ResponseFuture::new(call, sending)
    }
}

pin_project! {
    /// A response that is on its way.
    #[derive(Debug)]
    #[must_use = "futures do nothing unless polled"]
    pub struct ResponseFuture<F> {
        // Taken when the response is there.
        call: Option<Call>,
        #[pin]
        inner: F,
    }
}

impl<F> ResponseFuture<F> {
    pub(crate) fn new(call: Option<Call>, inner: F) -> Self {
        Self { call, inner }
    }
}

impl<F, B, E> Future for ResponseFuture<F>
where
    F: Future<Output = Result<Response<B>, E>>,
    B: Body + Send + Unpin + 'static,
{
    type Output = Result<Response<GuardedBody<B>>, E>;

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let entered = span::enter(this.call);
        let polled = this.inner.poll(cx);
        drop(entered);
        // One match instead of `?`, with which the response is copied once more.
        match polled {
            Poll::Ready(Ok(response)) => {
                let (mut head, body) = response.into_parts();
                let exchange = this.call.take().and_then(|call| answered(call, &mut head, &body));
                Poll::Ready(Ok(Response::from_parts(head, GuardedBody::new(body, exchange))))
            }
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => Poll::Pending,
        }
    }
}

/// A response has arrived whose connection is told by the tag in its extensions.
fn answered<B: Body>(call: Call, head: &mut http::response::Parts, body: &B) -> Option<Box<Exchange>> {
    // Taken out, not copied: as long as a tag lives, its pool seems to hold the connection.
    let tag = head.extensions.remove::<Tag>().unwrap_or_default();
    call.answered(head.status, head.version, &head.headers, body.size_hint().exact(), tag)
}
