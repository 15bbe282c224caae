use reqwest::{Client, Error};

pub async fn compared(client: &Client, url: &str) -> Result<(), Error> {
    let first = client.get(url).send().await?.text().await?;
    assert_eq!(first, client.get(url).send().await?.text().await?, "the same text twice");
    assert!(client.get(url).send().await?.text().await?.starts_with("<"));
    Ok(())
}

pub async fn formatted(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    Ok(format!("{}: {}", response.status(), response.text().await?))
}

pub async fn as_json(client: &Client, url: &str) -> Result<serde_json::Value, Error> {
    let response = client.get(url).send().await?;
    Ok(serde_json::json!({ "status": response.status().as_u16(), "text": response.text().await? }))
}
