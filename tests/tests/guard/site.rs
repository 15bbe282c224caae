//! Where a body was dropped, as the user would say it.

use undrained::{Fate, Location};
use undrained_tests::Client;

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
