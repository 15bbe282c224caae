//@ dependency: surf = '2'
use futures::{AsyncBufReadExt, AsyncReadExt, StreamExt};
use surf::Result;

pub async fn some(url: &str) -> Result<[u8; 16]> {
    let mut magic = [0; 16];
    surf::get(url).await?.read(&mut magic).await?; //~ partly_read
    Ok(magic)
}

pub async fn first_line(url: &str) -> Result<Option<String>> {
    let mut lines = surf::get(url).await?.lines(); //~ partly_read
    Ok(lines.next().await.transpose()?)
}

pub async fn of_its_body(url: &str) -> Result<[u8; 4]> {
    let mut body = surf::get(url).await?.take_body(); //~ partly_read
    let mut magic = [0; 4];
    body.read_exact(&mut magic).await?;
    Ok(magic)
}
