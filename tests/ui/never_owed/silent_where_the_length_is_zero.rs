use reqwest::{Client, Error};

pub async fn equal(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?;
    if response.content_length() == Some(0) {
        return Ok(None);
    }
    response.text().await.map(Some)
}

pub async fn matched(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?;
    match response.content_length() {
        Some(0) => Ok(None),
        _ => response.text().await.map(Some),
    }
}
