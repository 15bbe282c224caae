//! The guard as a middleware of reqwest-middleware.

use reqwest_middleware::ClientBuilder;
use undrained::{Fate, Sites, Verdict};
use undrained_tests::Protocol;

use crate::{Bench, LARGE, PAUSE, SMALL, agree};

fn client(bench: &Bench) -> reqwest_middleware::ClientWithMiddleware {
    let client = bench.guard.reqwest(reqwest::Client::builder()).build().unwrap();
    ClientBuilder::new(client).with(bench.guard.clone()).build()
}

#[tokio::test]
async fn responses_are_under_guard() {
    for (script, survived) in [(SMALL, 2), (LARGE, 0)] {
        let bench = Bench::start(&[script]).await;
        let client = client(&bench);
        for _ in 0..3 {
            drop(client.get(bench.url()).send().await.unwrap());
            tokio::time::sleep(PAUSE).await;
        }
        agree(&bench, survived);
        let fate = if survived == 0 { Fate::Unknown } else { Fate::Survived };
        assert_eq!(bench.endings(), [(Verdict::Unread, Some(fate)); 2], "{script}");
    }
}

#[tokio::test]
async fn request_is_found_by_its_stack() {
    let bench = Bench::with(Protocol::Http1, &[LARGE], |guard| guard.sites(Sites::Full)).await;
    let response = client(&bench).get(bench.url()).send().await.unwrap();
    assert_eq!(response.text().await.unwrap().len(), 65536);
    let site = bench.collector.responses()[0].site.as_ref().unwrap().to_string();
    assert!(site.contains("guarded/middleware.rs:"), "{site}");
}
