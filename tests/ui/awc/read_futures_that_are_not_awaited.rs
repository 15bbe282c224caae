//@ dependency: awc = '3'
use awc::{Client, error::SendRequestError};

pub async fn body(client: &Client, url: &str) -> Result<(), SendRequestError> {
    let mut response = client.get(url).send().await?; //~ unread_body
    let _ = response.body();
    Ok(())
}

pub async fn json(client: &Client, url: &str) -> Result<(), SendRequestError> {
    let mut response = client.get(url).send().await?; //~ unread_body
    let _reading = response.json::<String>().limit(16);
    Ok(())
}
