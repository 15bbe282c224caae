use reqwest::{Client, Error};

pub async fn matched(client: &Client, url: &str) -> Option<String> {
    let text = client.get(url).send().await.ok().map(|response| response.text());
    match text {
        Some(text) => text.await.ok(),
        None => None,
    }
}

pub async fn either(client: &Client, url: &str) -> Result<String, Error> {
    let sent = client.get(url).send().await;
    sent.map(|response| response.text())?.await
}

pub fn blocking(client: &reqwest::blocking::Client, url: &str) -> usize {
    let sent = client.get(url).send();
    sent.map_or_else(|_| 0, |response| response.text().map_or(0, |text| text.len()))
}
