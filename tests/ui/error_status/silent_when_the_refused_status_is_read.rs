//@ pedantic

use reqwest::{Client, Error};

pub async fn as_a_condition(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?;
    if response.error_for_status_ref().is_err() {
        response.bytes().await?;
        return Ok(None);
    }
    response.text().await.map(Some)
}

pub async fn after_the_read(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    let refused = response.error_for_status_ref().map(|_| ());
    let text = response.text().await?;
    refused.map(|()| text)
}
