//@ dependency: async-compression = { version = '0.4', features = ['gzip', 'tokio'] }
use std::io::Error;

use async_compression::tokio::bufread::GzipDecoder;
use futures::TryStreamExt;
use reqwest::Client;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio_util::io::StreamReader;

pub async fn first_line(client: &Client, url: &str) -> anyhow::Result<String> {
    let response = client.get(url).send().await?; //~ partly_read
    let packed = StreamReader::new(response.bytes_stream().map_err(Error::other));
    let mut line = String::new();
    BufReader::new(GzipDecoder::new(packed)).read_line(&mut line).await?;
    Ok(line)
}

pub async fn never_begun(client: &Client, url: &str) -> anyhow::Result<()> {
    let response = client.get(url).send().await?; //~ unread_body
    let _reader = GzipDecoder::new(StreamReader::new(response.bytes_stream().map_err(Error::other)));
    Ok(())
}
