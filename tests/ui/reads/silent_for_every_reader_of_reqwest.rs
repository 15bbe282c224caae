use futures::{StreamExt, TryStreamExt};
use reqwest::{Client, Error, blocking};

#[derive(serde::Deserialize)]
pub struct Item {
    pub id: u64,
}

pub async fn text(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().await?.text().await
}

pub async fn charset(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().await?.text_with_charset("latin1").await
}

pub async fn json(client: &Client, url: &str) -> Result<Item, Error> {
    client.get(url).send().await?.json::<Item>().await
}

pub async fn bytes(client: &Client, url: &str) -> Result<usize, Error> {
    let response = client.get(url).send().await?;
    let status = response.status();
    let bytes = response.bytes().await?;
    println!("{status}");
    Ok(bytes.len())
}

pub async fn chunks(client: &Client, url: &str) -> Result<usize, Error> {
    let mut response = client.get(url).send().await?;
    let mut length = 0;
    while let Some(chunk) = response.chunk().await? {
        length += chunk.len();
    }
    Ok(length)
}

pub async fn stream(client: &Client, url: &str) -> Result<usize, Error> {
    let mut stream = client.get(url).send().await?.bytes_stream();
    let mut length = 0;
    while let Some(chunk) = stream.next().await {
        length += chunk?.len();
    }
    Ok(length)
}

pub async fn collected(client: &Client, url: &str) -> Result<usize, Error> {
    let chunks: Vec<_> = client.get(url).send().await?.bytes_stream().try_collect().await?;
    Ok(chunks.len())
}

pub fn to_writer(client: &blocking::Client, url: &str) -> Result<Vec<u8>, Error> {
    let mut written = Vec::new();
    client.get(url).send()?.copy_to(&mut written)?;
    Ok(written)
}

pub fn to_string(client: &blocking::Client, url: &str) -> std::io::Result<String> {
    use std::io::Read;
    let mut response = client.get(url).send().map_err(std::io::Error::other)?;
    let mut text = String::new();
    response.read_to_string(&mut text)?;
    Ok(text)
}
