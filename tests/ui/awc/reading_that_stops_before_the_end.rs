//@ dependency: awc = '3'
use std::error::Error;

use awc::Client;
use bytes::Bytes;
use futures::{StreamExt, TryStreamExt};

pub async fn one_piece(client: &Client, url: &str) -> Result<Option<Bytes>, Box<dyn Error>> {
    let mut response = client.get(url).send().await?; //~ partly_read
    Ok(response.next().await.transpose()?)
}

// All bytes, but not the end.
pub async fn exactly(client: &Client, url: &str, length: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut response = client.get(url).send().await?; //~ partly_read
    let mut bytes = Vec::new();
    while bytes.len() < length {
        match response.try_next().await? {
            Some(piece) => bytes.extend_from_slice(&piece),
            None => break,
        }
    }
    Ok(bytes)
}

pub async fn of_its_payload(client: &Client, url: &str) -> Result<(), Box<dyn Error>> {
    use actix_http::HttpMessage;

    let mut payload = client.get(url).send().await?.take_payload(); //~ partly_read
    payload.next().await;
    Ok(())
}

pub async fn limit(client: &Client, url: &str) -> Result<Bytes, Box<dyn Error>> {
    Ok(client.get(url).send().await?.body().limit(16).await?) //~ MISS partly_read -- a limit that was passed is taken for a failed body
}

pub async fn other_content(client: &Client, url: &str) -> Option<Vec<u8>> {
    client.get(url).send().await.ok()?.json().await.ok() //~ MISS unread_on_exit -- what the content type says is not known
}
