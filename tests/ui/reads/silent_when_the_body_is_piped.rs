use futures::{SinkExt, StreamExt, TryStreamExt};
use reqwest::Client;
use tokio::{fs::File, io, sync::mpsc};
use tokio_util::io::StreamReader;

pub async fn copied(client: &Client, url: &str) -> anyhow::Result<u64> {
    let response = client.get(url).send().await?;
    let mut reader = StreamReader::new(response.bytes_stream().map_err(io::Error::other));
    Ok(io::copy(&mut reader, &mut io::sink()).await?)
}

pub async fn forwarded(client: &Client, url: &str) -> anyhow::Result<()> {
    let response = client.get(url).send().await?;
    let (sender, receiver) = futures::channel::mpsc::unbounded();
    let chunks = response.bytes_stream().filter_map(|chunk| async { chunk.ok() });
    chunks.map(Ok).forward(sender.sink_map_err(|error| println!("{error}"))).await.ok();
    println!("{}", receiver.collect::<Vec<_>>().await.len());
    Ok(())
}

pub async fn each(client: &Client, url: &str, sender: mpsc::Sender<bytes::Bytes>) -> anyhow::Result<()> {
    let response = client.get(url).send().await?;
    response.bytes_stream().for_each(|chunk| async { drop(sender.send(chunk.unwrap_or_default()).await) }).await;
    Ok(())
}

pub async fn into_a_request(client: &Client, from: &str, to: &str) -> anyhow::Result<String> {
    let source = client.get(from).send().await?;
    Ok(client.put(to).body(source).send().await?.text().await?)
}

pub async fn into_a_file(client: &Client, url: &str, mut file: File) -> anyhow::Result<()> {
    let response = client.get(url).send().await?;
    let bytes = response.bytes().await?;
    io::AsyncWriteExt::write_all(&mut file, &bytes).await?;
    Ok(())
}
