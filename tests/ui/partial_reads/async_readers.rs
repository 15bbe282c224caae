use futures::TryStreamExt;
use reqwest::Client;
use tokio::io::{AsyncBufReadExt, AsyncReadExt};
use tokio_util::io::StreamReader;

pub async fn first_line(client: &Client, url: &str) -> anyhow::Result<Option<String>> {
    let response = client.get(url).send().await?; //~ partly_read
    let reader = StreamReader::new(response.bytes_stream().map_err(std::io::Error::other));
    Ok(reader.lines().next_line().await?)
}

pub async fn magic(client: &Client, url: &str) -> anyhow::Result<u32> {
    let response = client.get(url).send().await?; //~ partly_read
    let mut reader = StreamReader::new(response.bytes_stream().map_err(std::io::Error::other));
    Ok(reader.read_u32().await?)
}

pub async fn all_lines(client: &Client, url: &str) -> anyhow::Result<usize> {
    let response = client.get(url).send().await?;
    let mut lines = StreamReader::new(response.bytes_stream().map_err(std::io::Error::other)).lines();
    let mut count = 0;
    while let Some(line) = lines.next_line().await? {
        count += line.len();
    }
    Ok(count)
}

pub async fn to_the_end(client: &Client, url: &str) -> anyhow::Result<Vec<u8>> {
    let response = client.get(url).send().await?;
    let mut reader = StreamReader::new(response.bytes_stream().map_err(std::io::Error::other));
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).await?;
    Ok(bytes)
}
