//! `tower-http`'s redirects around hyper-util's client: the responses in between are seen like all others.

use bytes::Bytes;
use http::{Request, StatusCode};
use http_body_util::{BodyExt, Full};
use tower::ServiceExt;
use tower_http::follow_redirect::FollowRedirect;
use undrained::{Closing, Fate, Verdict};
use undrained_tests::Protocol;

use crate::Bench;

/// Sends one request that is redirected once, and reads the response that comes of it.
async fn redirected(redirect: &str) -> Bench {
    let bench = Bench::start(&[redirect, "200 length=9"]).await;
    let client = FollowRedirect::new(undrained_tests::client(&bench.guard, Protocol::Http1));
    let request = Request::get(bench.server.uri()).body(Full::<Bytes>::default()).unwrap();
    let response = client.oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    response.into_body().collect().await.unwrap();
    bench
}

#[tokio::test]
async fn response_that_is_redirected_costs_its_connection_and_is_told() {
    let bench = redirected("302 length=65536 to=/items").await;
    let bodies = bench.bodies(2).await;
    let dropped = bodies.iter().find(|body| body.response.status == StatusCode::FOUND).unwrap();
    assert_eq!((dropped.verdict, dropped.fate), (Verdict::Unread, Some(Fate::Lost)));
    assert_eq!(dropped.closing, Some(Closing::Drop));
    assert_eq!(&*dropped.response.path, "/");
    assert_eq!(bench.server.connections(), 2);
    assert_eq!(bench.guard.summary().origins[0].totals.lost, 1);
}

#[tokio::test]
async fn redirect_without_a_body_costs_nothing() {
    let bench = redirected("302 length=0 to=/items").await;
    let bodies = bench.bodies(2).await;
    assert_eq!(bodies.iter().map(|body| body.fate).collect::<Vec<_>>(), [None, None]);
    assert_eq!(bodies[0].verdict, Verdict::Exempt);
}
