//@ dependency: aws-sdk-s3 = '1'
use std::sync::Arc;

use aws_sdk_s3::{Client, primitives::ByteStream};
use aws_smithy_types::byte_stream::AggregatedBytes;
use bytes::Bytes;
use tokio::{
    io::{self, AsyncReadExt},
    sync::Mutex,
};

pub async fn collected(client: &Client) -> anyhow::Result<AggregatedBytes> {
    Ok(client.get_object().bucket("a").key("b").send().await?.body.collect().await?)
}

pub async fn piece_by_piece(client: &Client) -> anyhow::Result<usize> {
    let mut object = client.get_object().bucket("a").key("b").send().await?;
    let mut count = 0;
    while let Some(piece) = object.body.next().await {
        count += piece?.len();
    }
    Ok(count)
}

pub async fn by_a_reader(client: &Client) -> anyhow::Result<String> {
    let mut text = String::new();
    let object = client.get_object().bucket("a").key("b").send().await?;
    object.body.into_async_read().read_to_string(&mut text).await?;
    Ok(text)
}

pub async fn copied(client: &Client, file: &mut tokio::fs::File) -> anyhow::Result<u64> {
    let mut reader = client.get_object().bucket("a").key("b").send().await?.body.into_async_read();
    Ok(io::copy(&mut reader, file).await?)
}

pub async fn returned(client: &Client) -> anyhow::Result<ByteStream> {
    Ok(client.get_object().bucket("a").key("b").send().await?.body)
}

// They may be those of requests.
pub fn a_body_alone(body: ByteStream) -> u64 {
    body.size_hint().0
}

pub async fn a_body_that_is_shared(body: Arc<Mutex<ByteStream>>) -> Option<Bytes> {
    body.lock().await.next().await?.ok()
}

pub async fn others_are_read_by_the_sdk(client: &Client) -> anyhow::Result<bool> {
    client.head_object().bucket("a").key("b").send().await?;
    client.put_object().bucket("a").key("b").body(ByteStream::from_static(b"c")).send().await?;
    Ok(client.list_objects_v2().bucket("a").send().await?.contents().is_empty())
}
