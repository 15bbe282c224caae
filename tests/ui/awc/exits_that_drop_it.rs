//@ dependency: awc = '3'
use awc::{Client, http::StatusCode};
use bytes::Bytes;

// A status of an error is no error.
pub async fn guard_on_the_status(client: &Client, url: &str) -> anyhow::Result<Option<Bytes>> {
    let mut response = client.get(url).send().await?; //~ unread_on_exit
    if response.status() == StatusCode::NOT_FOUND {
        return Ok(None);
    }
    Ok(Some(response.body().await?))
}

pub async fn bail(client: &Client, url: &str) -> anyhow::Result<Vec<u8>> {
    let mut response = client.get(url).send().await?; //~ unread_on_exit
    anyhow::ensure!(response.status().is_success(), "{}", response.status());
    Ok(response.json().await?)
}

pub async fn taken_and_lost(client: &Client, url: &str) -> anyhow::Result<u16> {
    use actix_http::HttpMessage;

    let mut response = client.get(url).send().await?; //~ unread_body
    let payload = response.take_payload();
    drop(payload);
    Ok(response.status().as_u16())
}
