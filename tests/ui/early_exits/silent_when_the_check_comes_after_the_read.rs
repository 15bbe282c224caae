use anyhow::{Result, ensure};
use reqwest::Client;

pub async fn fetch(client: &Client, url: &str) -> Result<String> {
    let response = client.get(url).send().await?;
    let status = response.status();
    let text = response.text().await?;
    ensure!(status.is_success(), "{status}: {text}");
    if text.is_empty() {
        return Ok("nothing".to_owned());
    }
    Ok(text)
}
