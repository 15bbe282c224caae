use futures::StreamExt;
use reqwest::{Client, Error};

pub async fn found(client: &Client, url: &str) -> Result<bool, Error> {
    let mut response = client.get(url).send().await?; //~ partly_read
    let mut found = false;
    while let Some(chunk) = response.chunk().await? {
        if chunk.starts_with(b"data:") {
            found = true;
            break;
        }
    }
    Ok(found)
}

pub async fn returned(client: &Client, url: &str, limit: usize) -> Result<Vec<u8>, Error> {
    let mut response = client.get(url).send().await?; //~ partly_read
    let mut read = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        read.extend_from_slice(&chunk);
        if read.len() > limit {
            return Ok(read);
        }
    }
    Ok(read)
}

pub async fn of_a_stream(client: &Client, url: &str) -> Result<Option<u8>, Error> {
    let mut stream = client.get(url).send().await?.bytes_stream(); //~ partly_read
    let mut last = None;
    while let Some(chunk) = stream.next().await {
        last = chunk?.last().copied();
        if last == Some(0) {
            break;
        }
    }
    Ok(last)
}
