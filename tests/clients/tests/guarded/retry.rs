//! `tower`'s retries around hyper-util's client: the responses that are refused are seen like all others.

use std::future::{Ready, ready};

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use tower::{
    ServiceExt,
    retry::{Policy, Retry},
};
use undrained::{Fate, Verdict};
use undrained_tests::Protocol;

use crate::Bench;

/// Asks again as long as the server is busy.
#[derive(Clone)]
struct WhileBusy;

impl<A: Clone, B, E> Policy<Request<A>, Response<B>, E> for WhileBusy {
    type Future = Ready<()>;

    fn retry(&mut self, _: &mut Request<A>, result: &mut Result<Response<B>, E>) -> Option<Ready<()>> {
        let busy = result.as_ref().is_ok_and(|response| response.status() == StatusCode::SERVICE_UNAVAILABLE);
        busy.then(|| ready(()))
    }

    fn clone_request(&mut self, request: &Request<A>) -> Option<Request<A>> {
        Some(request.clone())
    }
}

#[tokio::test]
async fn responses_that_are_refused_cost_their_connections_and_are_told() {
    let bench = Bench::start(&["503 length=65536", "503 length=65536", "200 length=9"]).await;
    let client = Retry::new(WhileBusy, undrained_tests::client(&bench.guard, Protocol::Http1));
    let request = Request::get(bench.server.uri()).body(Full::<Bytes>::default()).unwrap();
    let response = client.oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    response.into_body().collect().await.unwrap();
    let bodies = bench.bodies(3).await;
    let refused = bodies.iter().filter(|body| body.response.status == StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(
        refused.map(|body| (body.verdict, body.fate)).collect::<Vec<_>>(),
        [(Verdict::Unread, Some(Fate::Lost)); 2]
    );
    assert_eq!(bench.server.connections(), 3);
}
