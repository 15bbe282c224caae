use reqwest::{Client, Error};

pub struct ResponseSummary {
    pub status: u16,
    pub text: String,
}

pub async fn summary(client: &Client, url: &str) -> Result<ResponseSummary, Error> {
    let response = client.get(url).send().await?;
    Ok(ResponseSummary { status: response.status().as_u16(), text: response.text().await? })
}

pub async fn discarded(client: &Client, url: &str) -> Result<u16, Error> {
    let summary = summary(client, url).await?;
    Ok(summary.status)
}
