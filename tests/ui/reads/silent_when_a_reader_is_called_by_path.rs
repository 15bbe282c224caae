use reqwest::{Client, Error, RequestBuilder, Response};

pub async fn by_path(client: &Client, url: &str) -> Result<String, Error> {
    Response::text(RequestBuilder::send(client.get(url)).await?).await
}

pub async fn by_full_path(client: &reqwest::Client, url: &str) -> reqwest::Result<String> {
    let response = reqwest::Client::get(client, url).send().await?;
    reqwest::Response::text(response).await
}
