use std::{
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures::{Stream, StreamExt, stream::BoxStream};
use reqwest::{Client, Error};

pub struct Download {
    chunks: BoxStream<'static, Result<Bytes, Error>>,
    read: usize,
}

impl Stream for Download {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = self.chunks.poll_next_unpin(cx);
        if let Poll::Ready(Some(Ok(chunk))) = &next {
            self.read += chunk.len();
        }
        next
    }
}

pub async fn download(client: &Client, url: &str) -> Result<Download, Error> {
    let response = client.get(url).send().await?.error_for_status()?;
    Ok(Download { chunks: Box::pin(response.bytes_stream()), read: 0 })
}

pub async fn length(client: &Client, url: &str) -> Result<usize, Error> {
    let mut download = download(client, url).await?;
    while let Some(chunk) = download.next().await {
        chunk?;
    }
    Ok(download.read)
}
