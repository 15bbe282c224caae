//@ dependency: awc = '3'
use awc::{Client, error::SendRequestError};

pub async fn cookies(client: &Client, url: &str) -> Result<bool, SendRequestError> {
    let response = client.get(url).send().await?; //~ unread_body
    Ok(response.cookies().is_ok())
}

pub async fn cookie(client: &Client, url: &str) -> Result<bool, SendRequestError> {
    let response = client.get(url).send().await?; //~ unread_body
    Ok(response.cookie("session").is_some())
}
