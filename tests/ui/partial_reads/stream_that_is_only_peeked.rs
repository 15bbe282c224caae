use futures::StreamExt;
use reqwest::{Client, Error};

pub async fn is_empty(client: &Client, url: &str) -> Result<bool, Error> {
    let mut stream = Box::pin(client.get(url).send().await?.bytes_stream().peekable()); //~ partly_read
    Ok(stream.as_mut().peek().await.is_none())
}
