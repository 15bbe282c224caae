//@ pedantic

use reqwest::{Client, Error};

pub async fn as_a_condition(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ unread_error_status
    if response.error_for_status_ref().is_err() {
        return Ok(None);
    }
    response.text().await.map(Some)
}

pub async fn of_a_match(client: &Client, url: &str) -> Result<String, String> {
    let response = client.get(url).send().await.map_err(|error| error.to_string())?; //~ unread_error_status
    match response.error_for_status_ref() {
        Ok(_) => response.text().await.map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    }
}
