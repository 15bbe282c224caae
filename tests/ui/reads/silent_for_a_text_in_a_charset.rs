use reqwest::{Client, Result, blocking};

pub async fn text(client: &Client, url: &str) -> Result<String> {
    client.get(url).send().await?.text_with_charset("latin1").await
}

pub fn blocking_text(client: &blocking::Client, url: &str) -> Result<String> {
    client.get(url).send()?.text_with_charset("latin1")
}
