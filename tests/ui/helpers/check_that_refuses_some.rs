use reqwest::{Client, Response, StatusCode};

#[derive(Debug)]
pub enum Error {
    Http(reqwest::Error),
    Status(StatusCode),
    Refused(StatusCode, String),
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Error {
        Error::Http(error)
    }
}

fn check(response: Response) -> Result<Response, Error> { //~ unread_on_exit
    if response.status().is_success() {
        Ok(response)
    } else {
        Err(Error::Status(response.status()))
    }
}

async fn check_and_read(response: Response) -> Result<Response, Error> {
    let status = response.status();
    if status.is_success() { Ok(response) } else { Err(Error::Refused(status, response.text().await?)) }
}

pub async fn lost(client: &Client, url: &str) -> Result<String, Error> {
    let response = check(client.get(url).send().await?)?;
    Ok(response.text().await?)
}

pub async fn read(client: &Client, url: &str) -> Result<String, Error> {
    let response = check_and_read(client.get(url).send().await?).await?;
    Ok(response.text().await?)
}
