use futures::TryFutureExt;
use reqwest::{Client, Error};

pub async fn mapped(client: &Client, url: &str) -> Result<acme_http::Page, Error> {
    client.get(url).send().await.map(acme_http::Page::from_response)
}

pub async fn chained(client: &Client, url: &str) -> Result<acme_http::Page, Error> {
    client.get(url).send().and_then(acme_http::parse).await
}

pub fn stored(client: &Client, url: &str) -> acme_http::Task {
    acme_http::Task::new(client.get(url).send(), acme_http::parse)
}
