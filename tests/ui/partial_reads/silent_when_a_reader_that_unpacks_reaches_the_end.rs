//@ dependency: async-compression = { version = '0.4', features = ['futures-io', 'gzip', 'tokio'] }
use std::io::Error;

use async_compression::{futures, tokio::bufread::GzipDecoder};
use ::futures::{AsyncReadExt as _, TryStreamExt};
use reqwest::Client;
use tokio::io;
use tokio_util::io::StreamReader;

pub async fn copied(client: &Client, url: &str, file: &mut tokio::fs::File) -> anyhow::Result<u64> {
    let response = client.get(url).send().await?.error_for_status()?;
    let mut reader = GzipDecoder::new(StreamReader::new(response.bytes_stream().map_err(Error::other)));
    Ok(io::copy(&mut reader, file).await?)
}

pub async fn of_futures(client: &Client, url: &str) -> anyhow::Result<Vec<u8>> {
    let reader = client.get(url).send().await?.bytes_stream().map_err(Error::other).into_async_read();
    let mut bytes = Vec::new();
    futures::bufread::GzipDecoder::new(reader).read_to_end(&mut bytes).await?;
    Ok(bytes)
}
