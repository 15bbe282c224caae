use std::pin::Pin;

use bytes::Bytes;
use futures::{Stream, StreamExt, TryStreamExt};
use reqwest::{Client, Error};

pub async fn returned(client: &Client, url: &str) -> Result<impl Stream<Item = Result<Bytes, Error>>, Error> {
    let mut stream = Box::pin(client.get(url).send().await?.bytes_stream().peekable());
    if let Some(Err(error)) = stream.as_mut().peek().await {
        println!("{error}");
    }
    Ok(stream)
}

pub async fn read(client: &Client, url: &str) -> Result<Option<Vec<u8>>, Error> {
    let mut stream = client.get(url).send().await?.bytes_stream().boxed().peekable();
    let is_empty = Pin::new(&mut stream).peek().await.is_none();
    let read: Vec<Bytes> = stream.try_collect().await?;
    Ok((!is_empty).then(|| read.concat()))
}
