//@ pedantic
use std::time::Duration;

use futures::StreamExt;
use reqwest::{Client, Error};
use tokio::time::sleep;

pub async fn piece_by_piece(client: &Client, url: &str, other: &str) -> Result<(), Error> {
    let mut response = client.get(url).send().await?; //~ partly_read
    while let Some(chunk) = response.chunk().await? {
        client.put(other).body(chunk).send().await?.bytes().await?;
    }
    Ok(())
}

pub async fn not_too_fast(client: &Client, url: &str) -> Result<usize, Error> {
    let mut stream = client.get(url).send().await?.bytes_stream();
    let mut length = 0;
    while let Some(chunk) = stream.next().await {
        length += chunk?.len();
        sleep(Duration::from_millis(10)).await;
    }
    Ok(length)
}
