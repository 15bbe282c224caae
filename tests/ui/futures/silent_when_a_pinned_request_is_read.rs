use std::pin::pin;

use reqwest::{Client, Error};

pub async fn awaited_whole(client: &Client, url: &str) -> Result<String, Error> {
    let sent = pin!(client.get(url).send());
    sent.await?.text().await
}

pub async fn awaited_through_a_reference(client: &Client, url: &str) -> Result<String, Error> {
    let mut sent = Box::pin(client.get(url).send());
    (&mut sent).await?.text().await
}

pub async fn read_through_a_pin(client: &Client, url: &str) -> Result<String, Error> {
    let mut sent = pin!(client.get(url).send());
    let response = sent.as_mut().await?;
    let mut text = Box::pin(response.text());
    text.as_mut().await
}
