use reqwest::{Client, Error};

pub async fn fetch(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().await?.error_for_status()?.text().await
}

pub async fn in_steps(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    let response = response.error_for_status()?;
    response.text().await
}

pub async fn by_reference(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    response.error_for_status_ref()?;
    response.text().await
}

pub async fn chained(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().await.and_then(|response| response.error_for_status())?.text().await
}

pub async fn chained_by_path(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().await.and_then(reqwest::Response::error_for_status)?.text().await
}
