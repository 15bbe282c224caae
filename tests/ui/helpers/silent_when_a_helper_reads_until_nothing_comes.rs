use std::io::{ErrorKind, Read};

use futures::TryStreamExt;
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio_util::io::StreamReader;

fn drain(mut reader: impl Read) -> std::io::Result<usize> {
    let mut buffer = [0; 1024];
    let mut length = 0;
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => return Ok(length),
            Ok(read) => length += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        }
    }
}

async fn drain_async<R: AsyncRead + Unpin>(reader: &mut R) -> std::io::Result<()> {
    let mut buffer = [0; 1024];
    while reader.read(&mut buffer).await? != 0 {}
    Ok(())
}

pub fn blocking(client: &reqwest::blocking::Client, url: &str) -> std::io::Result<usize> {
    drain(client.get(url).send().map_err(std::io::Error::other)?)
}

pub fn by_reference(client: &reqwest::blocking::Client, url: &str) -> std::io::Result<u16> {
    let mut response = client.get(url).send().map_err(std::io::Error::other)?;
    drain(&mut response)?;
    Ok(response.status().as_u16())
}

pub async fn with_tokio(client: &reqwest::Client, url: &str) -> std::io::Result<()> {
    let response = client.get(url).send().await.map_err(std::io::Error::other)?;
    let mut reader = StreamReader::new(response.bytes_stream().map_err(std::io::Error::other));
    drain_async(&mut reader).await
}
