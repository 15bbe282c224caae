use reqwest::{Client, StatusCode};

#[derive(Debug)]
pub enum Error {
    Http(reqwest::Error),
    Status(StatusCode),
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Error {
        Error::Http(error)
    }
}

pub async fn fetch(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    if !response.status().is_success() {
        return Err(Error::Status(response.status()));
    }
    Ok(response.text().await?)
}

pub async fn not_found(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    if response.status() == StatusCode::NOT_FOUND {
        return Ok(None);
    }
    if response.status().as_u16() == 410 {
        return Ok(None);
    }
    Ok(Some(response.text().await?))
}
