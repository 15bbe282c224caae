use async_stream::stream;
use bytes::Bytes;
use futures::{Stream, StreamExt};
use reqwest::{Client, Error};

pub async fn events(client: &Client, url: &str) -> Result<impl Stream<Item = Bytes> + use<>, Error> {
    let mut chunks = client.get(url).send().await?.bytes_stream(); //~ partly_read
    Ok(stream! {
        while let Some(Ok(chunk)) = chunks.next().await {
            if chunk.starts_with(b"[DONE]") {
                break;
            }
            yield chunk;
        }
    })
}

pub async fn read_to_its_end(client: &Client, url: &str) -> Result<impl Stream<Item = Bytes> + use<>, Error> {
    let mut chunks = client.get(url).send().await?.bytes_stream();
    Ok(stream! {
        while let Some(Ok(chunk)) = chunks.next().await {
            yield chunk;
        }
    })
}
