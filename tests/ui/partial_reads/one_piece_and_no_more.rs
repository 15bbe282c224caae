use futures::StreamExt;
use reqwest::{Client, Error};

pub async fn chunk(client: &Client, url: &str) -> Result<usize, Error> {
    let mut response = client.get(url).send().await?; //~ partly_read
    Ok(response.chunk().await?.map_or(0, |chunk| chunk.len()))
}

pub async fn next(client: &Client, url: &str) -> Result<usize, Error> {
    let mut stream = client.get(url).send().await?.bytes_stream(); //~ partly_read
    match stream.next().await {
        Some(chunk) => Ok(chunk?.len()),
        None => Ok(0),
    }
}

pub async fn three(client: &Client, url: &str) -> usize {
    let Ok(response) = client.get(url).send().await else { return 0 }; //~ partly_read
    let chunks: Vec<_> = response.bytes_stream().take(3).collect().await;
    chunks.len()
}
