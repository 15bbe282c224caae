//@ edition: 2021
use reqwest::{Client, Error};

pub async fn fetch(client: &Client, url: &str, mirror: &str) -> Result<String, Error> {
    if let Ok(response) = client.get(url).send().await {
        response.text().await
    } else {
        client.get(mirror).send().await?.text().await
    }
}

pub async fn size(client: &Client, url: &str) -> Option<usize> {
    let of = |text: &str| text.len();
    match client.get(url).send().await.ok()?.text().await {
        Ok(text) => Some(of(&text)),
        Err(_) => None,
    }
}
