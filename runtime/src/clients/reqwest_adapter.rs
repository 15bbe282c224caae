//! What is the same for all versions of reqwest. `krate` is one of them.

use std::pin::Pin;
use std::time::Duration;

use http::Uri;
use krate::{Body, Request, RequestBuilder, Response, ResponseBuilderExt};

use super::krate;
use crate::body::GuardedBody;
use crate::clients::send;
use crate::exchange::Call;
use crate::guard::Guard;
use crate::heads::RequestHead;
use crate::span;
use crate::{Drained, Site};

impl send::Sendable for RequestBuilder {
    type Sent = Pin<Box<dyn Future<Output = krate::Result<Response>> + Send>>;

    fn send(self, guard: &Guard, site: Option<Site>) -> Self::Sent {
        let guard = guard.clone();
        Box::pin(async move {
            let (client, request) = self.build_split();
            let request = request?;
            let call = call(&guard, &request, site);
            let response = span::around(&call, client.execute(request)).await?;
            Ok(guarded(&guard, call, response))
        })
    }
}

pub(crate) fn call(guard: &Guard, request: &Request, site: Option<Site>) -> Option<Call> {
    let (method, version, headers) = (request.method(), request.version(), request.headers());
    Call::new(guard, RequestHead { method, uri: &uri(request.url()), version, headers }, site)
}

fn uri(url: &krate::Url) -> Uri {
    // What a URL allows and a URI does not stands in places that are not told.
    url.as_str().parse().unwrap_or_default()
}

/// Puts a response under guard and leaves everything that can be asked of it as it was.
pub(crate) fn guarded(guard: &Guard, call: Option<Call>, response: Response) -> Response {
    let url = response.url().clone();
    let length = response.content_length();
    let (mut parts, body) = http::Response::<Body>::from(response).into_parts();
    let exchange = call.and_then(|call| {
        let call = call.went_to(&uri(&url));
        let (headers, extensions) = (&parts.headers, &parts.extensions);
        guard.by_address().answered(call, parts.status, parts.version, headers, length, extensions)
    });

    let empty = http::Response::builder().url(url).body(()).expect("a URL in the extensions is all there is");
    let (with_url, ()) = empty.into_parts();
    parts.extensions.extend(with_url.extensions);
    let body = Body::wrap(GuardedBody::new(body, exchange));
    http::Response::from_parts(parts, body).into()
}

/// Reads a response that nobody wants to its end, so that its connection can be used again: at most `limit` bytes,
/// for at most `time`. See [`drain`](crate::drain).
// undrained: allow(unread_on_exit) -- that it can stop at its limits is what this is for
pub async fn drain(response: Response, limit: u64, time: Duration) -> Drained {
    crate::drain(http::Response::<Body>::from(response), limit, time).await
}
