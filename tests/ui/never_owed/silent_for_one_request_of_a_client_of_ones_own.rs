use reqwest::{Client, Error, blocking};

pub async fn ping(url: &str) -> Result<bool, Error> {
    let response = Client::new().get(url).send().await?;
    Ok(response.status().is_success())
}

pub fn ping_blocking(url: &str) -> Result<bool, Error> {
    let client = blocking::Client::builder().build()?;
    let response = client.get(url).send()?;
    Ok(response.status().is_success())
}
