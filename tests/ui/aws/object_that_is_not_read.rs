//@ dependency: aws-sdk-s3 = '1'
use aws_sdk_s3::{Client, operation::get_object::GetObjectOutput};
use bytes::Bytes;
use tokio::io::AsyncReadExt;

pub async fn only_its_tag(client: &Client) -> anyhow::Result<Option<String>> {
    let object = client.get_object().bucket("a").key("b").send().await?; //~ unread_body
    Ok(object.e_tag().map(str::to_owned))
}

pub async fn too_large(client: &Client) -> anyhow::Result<Option<Vec<u8>>> {
    let object = client.get_object().bucket("a").key("b").range("bytes=0-9").send().await?; //~ unread_on_exit
    if object.content_length().is_none() {
        return Ok(None);
    }
    Ok(Some(object.body.collect().await?.to_vec()))
}

pub async fn first_piece(client: &Client) -> anyhow::Result<Option<Bytes>> {
    let mut object = client.get_object().bucket("a").key("b").send().await?; //~ partly_read
    Ok(object.body.try_next().await?)
}

pub async fn magic(client: &Client) -> anyhow::Result<[u8; 4]> {
    let mut magic = [0; 4];
    let object = client.get_object().bucket("a").key("b").send().await?; //~ partly_read
    object.body.into_async_read().read_exact(&mut magic).await?;
    Ok(magic)
}

pub fn given(object: GetObjectOutput) -> Option<i64> { //~ MISS unread_body -- a boxed body that is given is taken for anybody's
    object.content_length()
}

