//@ dependency: awc = '3'
use std::error::Error;

use awc::{Client, http::StatusCode};
use bytes::Bytes;

// A status of an error is no error.
pub async fn guard_on_the_status(client: &Client, url: &str) -> Result<Option<Bytes>, Box<dyn Error>> {
    let mut response = client.get(url).send().await?; //~ unread_on_exit
    if response.status() == StatusCode::NOT_FOUND {
        return Ok(None);
    }
    Ok(Some(response.body().await?))
}

pub async fn bail(client: &Client, url: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut response = client.get(url).send().await?; //~ unread_on_exit
    if !response.status().is_success() {
        return Err("no".into());
    }
    Ok(response.json().await?)
}

pub async fn taken_and_lost(client: &Client, url: &str) -> Result<u16, Box<dyn Error>> {
    use actix_http::HttpMessage;

    let mut response = client.get(url).send().await?; //~ unread_body
    let payload = response.take_payload();
    drop(payload);
    Ok(response.status().as_u16())
}
