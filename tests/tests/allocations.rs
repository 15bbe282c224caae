//! What a request under guard allocates beyond what it does without. A program of its own, as there is one allocator.

use bytes::Bytes;
use http::Uri;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use undrained::{Guard, Reporter};
use undrained_tests::Protocol;
use undrained_tests::server::Server;

#[global_allocator]
static ALLOCATOR: dhat::Alloc = dhat::Alloc;

const REQUESTS: u64 = 200;

/// Sees everything and keeps nothing.
struct Silent;

impl Reporter for Silent {}

/// How many allocations a request takes, once everything is warm. The server's are a part of it.
async fn allocations(get: impl AsyncFn()) -> u64 {
    for _ in 0..REQUESTS {
        get().await;
    }
    let before = dhat::HeapStats::get().total_blocks;
    for _ in 0..REQUESTS {
        get().await;
    }
    (dhat::HeapStats::get().total_blocks - before) / REQUESTS
}

#[tokio::test]
async fn request_that_goes_well_allocates_once_more() {
    let _profiler = dhat::Profiler::builder().testing().build();
    let server = Server::start(Protocol::Http1, &["200 length=1000"]).await.unwrap();
    let uri: Uri = server.uri();

    let bare: Client<_, Full<Bytes>> = Client::builder(TokioExecutor::new()).build(HttpConnector::new());
    let without = allocations(async || {
        bare.get(uri.clone()).await.unwrap().into_body().collect().await.unwrap();
    })
    .await;
    let guarded = undrained_tests::client(&Guard::builder().reporter(Silent).ignore_env().build(), Protocol::Http1);
    let with = allocations(async || {
        guarded.get(uri.clone()).await.unwrap().into_body().collect().await.unwrap();
    })
    .await;
    assert!(without > 0 && with <= without + 1, "{without} without the guard, {with} with it");
}
