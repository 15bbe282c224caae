use std::future::Future;

use reqwest::{Client, Error, Response};

async fn fetch<T>(
    client: &Client,
    url: &str,
    decode: impl AsyncFnOnce(Response) -> Result<T, Error>,
) -> Result<T, Error> {
    decode(client.get(url).send().await?).await
}

async fn fetch_with<T, F, Fut>(client: &Client, url: &str, decode: F) -> Result<T, Error>
where
    F: FnOnce(Response) -> Fut,
    Fut: Future<Output = Result<T, Error>>,
{
    let response = client.get(url).send().await?;
    decode(response).await
}

pub async fn text(client: &Client) -> Result<String, Error> {
    fetch(client, "http://text", async |response| response.text().await).await
}

pub async fn value(client: &Client) -> Result<serde_json::Value, Error> {
    fetch_with(client, "http://json", |response| response.json()).await
}

pub async fn by_path(client: &Client) -> Result<String, Error> {
    fetch_with(client, "http://text", Response::text).await
}
