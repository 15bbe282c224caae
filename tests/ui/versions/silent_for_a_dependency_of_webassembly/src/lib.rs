use reqwest::{Client, Error};

pub async fn status(client: &Client, url: &str) -> Result<u16, Error> {
    Ok(client.get(url).send().await?.status().as_u16())
}
