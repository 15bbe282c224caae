//@ pedantic
use std::time::Duration;

use reqwest::{Client, Error, StatusCode, blocking};
use tokio::time::sleep;

pub async fn head(client: &Client, url: &str) -> Result<String, Error> {
    let head = client.head(url).send().await?;
    let text = client.get(url).send().await?.text().await?;
    Ok(head.headers().get("etag").map_or(text, |_| String::new()))
}

pub async fn no_content(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    if response.status() == StatusCode::NO_CONTENT {
        sleep(Duration::from_secs(1)).await;
        return Ok(response.status().to_string());
    }
    response.text().await
}

pub async fn http2_only(url: &str) -> Result<usize, Error> {
    let client = Client::builder().http2_prior_knowledge().build()?;
    let first = client.get(url).send().await?;
    let second = client.get(url).send().await?;
    Ok(first.bytes().await?.len() + second.bytes().await?.len())
}

pub fn clients_of_their_own(url: &str) -> Result<usize, Error> {
    let first = blocking::get(url)?;
    let second = blocking::get(url)?;
    Ok(first.bytes()?.len() + second.bytes()?.len())
}

pub async fn two_clients(one: &Client, other: &Client, url: &str) -> Result<usize, Error> {
    let first = one.get(url).send().await?; //~ unread_on_exit
    let second = other.get(url).send().await?; //~ unread_on_exit
    Ok(first.bytes().await?.len() + second.bytes().await?.len())
}

pub struct Apis {
    api: Client,
    login: Client,
}

impl Apis {
    pub async fn two_fields(&self, url: &str) -> Result<usize, Error> {
        let first = self.api.get(url).send().await?; //~ unread_on_exit
        let second = self.login.get(url).send().await?; //~ unread_on_exit
        Ok(first.bytes().await?.len() + second.bytes().await?.len())
    }
}

pub async fn nobody_else_has_the_client(url: &str) -> Result<String, Error> {
    let client = Client::new();
    let response = client.get(url).send().await?;
    sleep(Duration::from_secs(1)).await;
    response.text().await
}
