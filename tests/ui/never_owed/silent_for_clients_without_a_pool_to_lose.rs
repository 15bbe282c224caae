use reqwest::{Client, Error, blocking};

pub async fn one_shot(url: &str) -> Result<bool, Error> {
    Ok(reqwest::get(url).await?.status().is_success())
}

pub fn blocking_one_shot(url: &str) -> Result<bool, Error> {
    Ok(blocking::get(url)?.status().is_success())
}

pub async fn made_for_one_request(url: &str) -> Result<bool, Error> {
    let client = Client::new();
    let response = client.get(url).send().await?;
    Ok(response.status().is_success())
}

pub async fn built_for_one_request(url: &str) -> Result<bool, Error> {
    let client = Client::builder().user_agent("ping").build()?;
    Ok(client.get(url).send().await?.status().is_success())
}

pub async fn http2_only(url: &str) -> Result<bool, Error> {
    let client = Client::builder().http2_prior_knowledge().build()?;
    client.get(url).send().await?;
    Ok(client.get(url).send().await?.status().is_success())
}
