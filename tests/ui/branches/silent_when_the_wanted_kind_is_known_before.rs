use reqwest::{Client, Error};

pub enum Kind {
    Text,
    Json,
    Length,
}

pub async fn fetch(client: &Client, url: &str, kind: Kind) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    let text = match kind {
        Kind::Text => response.text().await?,
        Kind::Json => response.json::<serde_json::Value>().await?.to_string(),
        Kind::Length => response.bytes().await?.len().to_string(),
    };
    Ok(text)
}
