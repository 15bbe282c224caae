use reqwest::{Client, Response, Result};

/// Its body has been read.
pub async fn buffered(client: &Client, url: &str) -> Result<Response> {
    let response = client.get(url).send().await?;
    let status = response.status();
    let mut again = http::Response::new(response.bytes().await?);
    *again.status_mut() = status;
    Ok(Response::from(again))
}

pub async fn fresh(client: &Client, url: &str) -> Result<Response> {
    client.get(url).send().await
}
