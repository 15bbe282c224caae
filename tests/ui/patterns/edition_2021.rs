//@ edition: 2021

use reqwest::{Client, Error};

pub async fn tail(client: &Client, url: &str) -> Result<u16, Error> {
    Ok(client.get(url).send().await?.status().as_u16()) //~ unread_body
}

pub async fn nested_if(client: &Client, url: &str) -> Option<String> {
    if let Ok(response) = client.get(url).send().await { //~ unread_on_exit
        if response.status().is_success() {
            return response.text().await.ok();
        }
    }
    None
}

pub async fn read(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().await?.text().await
}
