use reqwest_middleware::{ClientWithMiddleware, Result};

pub async fn lost(client: &ClientWithMiddleware, url: &str) -> Result<bool> {
    Ok(client.get(url).send().await?.status().is_success()) //~ unread_body
}

pub async fn read(client: &ClientWithMiddleware, url: &str) -> Result<String> {
    Ok(client.get(url).send().await?.text().await?)
}

pub async fn lost_by_the_other(client: &reqwest::Client, url: &str) -> reqwest::Result<()> {
    client.get(url).send().await?; //~ unread_body
    Ok(())
}
