//! Where a body was dropped, as the user would say it.

use tower_service::Service;
use undrained::{BodyEnded, Fate, Location, Sites};
use undrained_tests::{Client, Protocol};

use crate::Bench;

async fn location(bench: &Bench) -> Location {
    let body = bench.bodies(1).await.remove(0);
    let location = body.site.unwrap().location();
    location.expect("tests have debug information").as_ref().clone()
}

async fn lose(client: &Client, uri: http::Uri) -> u32 {
    let response = client.get(uri).await.unwrap();
    let line = line!() + 1;
    drop(response);
    line
}

#[tokio::test]
async fn file_line_and_async_function_are_named() {
    let bench = Bench::http1(&["200 length=65536"]).await;
    let line = lose(&bench.client, bench.server.uri()).await;
    let location = location(&bench).await;
    assert_eq!(location.line, Some(line));
    assert_eq!(location.function.as_deref(), Some("guard::site::lose"));
    let file = location.file.clone().unwrap();
    assert!(file.ends_with("guard/site.rs"), "{file}");
    assert!(location.to_string().contains(&format!("site.rs:{line}:")), "{location}");
}

/// Holds a response for ever.
async fn hold(client: Client, uri: http::Uri) {
    let _response = client.get(uri).await.unwrap();
    std::future::pending::<()>().await;
}

#[tokio::test]
async fn cancelled_task_is_named_by_its_future() {
    let bench = Bench::http1(&["200 length=65536"]).await;
    let task = tokio::spawn(hold(bench.client.clone(), bench.server.uri()));
    crate::patiently(async {
        while bench.collector.responses().is_empty() {
            tokio::task::yield_now().await;
        }
    })
    .await;
    task.abort();

    assert_eq!(bench.bodies(1).await[0].fate, Some(Fate::Lost));
    let location = location(&bench).await;
    assert_eq!(location.function.as_deref(), Some("guard::site::hold"));
}

#[tokio::test]
async fn body_that_was_read_has_no_site() {
    let bench = Bench::http1(&["200 length=65536"]).await;
    bench.drain().await.unwrap();
    assert!(bench.bodies(1).await[0].site.is_none());
}

/// Sends and drops through the client's method, and after that through a trait.
async fn dropped_twice(sites: Sites) -> (u32, [BodyEnded; 2]) {
    let bench = Bench::http1(&["200 length=65536"]).await.guarded(Protocol::Http1, |guard| guard.sites(sites));
    let line = line!() + 1;
    drop(bench.client.get(bench.server.uri()).await.unwrap());
    let request = http::Request::get(bench.server.uri()).body(http_body_util::Full::default()).unwrap();
    drop(bench.client.clone().call(request).await.unwrap());
    (line, bench.bodies(2).await.try_into().unwrap())
}

fn requested_at(body: &BodyEnded) -> Option<Location> {
    Some(body.response.site.as_ref()?.location().unwrap().as_ref().clone())
}

#[tokio::test]
async fn request_is_found_for_nothing_where_the_compiler_knows_it() {
    let (line, [by_method, by_trait]) = dropped_twice(Sites::Drops).await;
    assert_eq!(requested_at(&by_method).unwrap().line, Some(line));
    assert_eq!(requested_at(&by_trait), None);
    assert!(by_trait.site.is_some());
}

#[tokio::test]
async fn request_through_a_trait_is_found_by_its_stack() {
    let (line, [_, by_trait]) = dropped_twice(Sites::Full).await;
    let location = requested_at(&by_trait).unwrap();
    assert_eq!(location.line, Some(line + 2));
    assert_eq!(location.function.as_deref(), Some("guard::site::dropped_twice"));
}

#[tokio::test]
async fn nothing_is_looked_for_where_nothing_is_asked_for() {
    let (_, bodies) = dropped_twice(Sites::Off).await;
    assert!(bodies.iter().all(|body| body.site.is_none() && body.response.site.is_none()));
}

#[tokio::test]
async fn share_of_the_requests_is_looked_for() {
    let bench = Bench::http1(&["200 length=9"]).await.guarded(Protocol::Http1, |guard| guard.sites(Sites::Sampled(3)));
    for _ in 0..7 {
        let request = http::Request::get(bench.server.uri()).body(http_body_util::Full::default()).unwrap();
        drop(bench.client.clone().call(request).await.unwrap());
    }
    let found = bench.collector.responses().iter().filter(|seen| seen.site.is_some()).count();
    assert_eq!(found, 3);
}
