use futures::StreamExt;
use http_body_util::BodyExt;
use reqwest::{Client, Error};
use tokio::io::AsyncReadExt;
use tokio_util::io::StreamReader;

pub async fn stream(client: &Client, url: &str) -> Result<(), Error> {
    let _chunks = client.get(url).send().await?.bytes_stream(); //~ unread_body
    Ok(())
}

pub async fn adapted_stream(client: &Client, url: &str) -> Result<(), Error> {
    let chunks = client.get(url).send().await?.bytes_stream(); //~ unread_body
    drop(chunks.map(|chunk| chunk.map(|bytes| bytes.len())).take(3));
    Ok(())
}

pub async fn limited_reader(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send().await?; //~ unread_body
    let stream = response.bytes_stream().map(|chunk| chunk.map_err(std::io::Error::other));
    let _reader = StreamReader::new(stream).take(4096);
    Ok(())
}

pub async fn body(client: &Client, url: &str) -> Result<(), Error> {
    let response: http::Response<reqwest::Body> = client.get(url).send().await?.into(); //~ unread_body
    let _body = response.into_body().boxed();
    Ok(())
}

pub fn blocking(client: &reqwest::blocking::Client, url: &str) -> Result<(), Error> {
    use std::io::Read;
    let response = client.get(url).send()?; //~ unread_body
    let _head = std::io::BufReader::new(response).take(64);
    Ok(())
}
