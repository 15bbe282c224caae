use reqwest::{Client, StatusCode};

#[derive(Debug)]
pub enum Error {
    Http(reqwest::Error),
    Status(StatusCode, String),
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Error {
        Error::Http(error)
    }
}

pub async fn fetch(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    let status = response.status();
    if !status.is_success() {
        let text = response.text().await?;
        return Err(Error::Status(status, text));
    }
    Ok(response.text().await?)
}

pub async fn with_a_fallback(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    let status = response.status();
    if status.is_client_error() || status.is_server_error() {
        return Err(Error::Status(status, response.text().await.unwrap_or_default()));
    }
    Ok(response.text().await?)
}
