//@ dependency: reqwest = { version = '0.13', features = ['blocking', 'cookies'] }
use reqwest::{Client, Result, blocking};

pub async fn cookies(client: &Client, url: &str) -> Result<usize> {
    let response = client.get(url).send().await?; //~ unread_body
    Ok(response.cookies().count())
}

pub fn blocking(client: &blocking::Client, url: &str) -> Result<usize> {
    let response = client.get(url).send()?; //~ unread_body
    Ok(response.cookies().count())
}
