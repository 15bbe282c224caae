//@ dependency: aws-sdk-s3 = '1'
use std::{pin::Pin, task::Context};

use aws_sdk_s3::{Client, primitives::ByteStream};

pub async fn sent_with(client: &Client) -> anyhow::Result<Option<String>> {
    let object = client.get_object().bucket("a").key("b").send_with(client).await?; //~ unread_body
    let _ = (object.body.bytes(), object.body.size_hint());
    Ok(object.e_tag().map(str::to_owned))
}

pub async fn to_its_end(client: &Client) -> anyhow::Result<()> {
    let mut object = client.get_object().bucket("a").key("b").send().await?;
    while let Some(bytes) = object.body.try_next().await? {
        drop(bytes);
    }
    Ok(())
}

pub async fn mapped(client: &Client) -> anyhow::Result<Vec<u8>> {
    let object = client.get_object().bucket("a").key("b").send().await?;
    Ok(object.body.map(|body| body).collect().await?.to_vec())
}

pub async fn inside_out(client: &Client) -> anyhow::Result<Vec<u8>> {
    let object = client.get_object().bucket("a").key("b").send().await?;
    Ok(ByteStream::from(object.body.into_inner()).collect().await?.to_vec())
}

pub async fn polled(client: &Client, cx: &mut Context<'_>) -> anyhow::Result<bool> {
    let mut object = client.get_object().bucket("a").key("b").send().await?; //~ partly_read
    Ok(ByteStream::poll_next(Pin::new(&mut object.body), cx).is_ready())
}
