use reqwest::{Client, Response};

#[derive(Debug)]
pub enum Error {
    Http(reqwest::Error),
    Refused(Box<Response>),
}

pub async fn fetch(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await.map_err(Error::Http)?;
    if !response.status().is_success() {
        return Err(Error::Refused(Box::new(response)));
    }
    response.text().await.map_err(Error::Http)
}

pub async fn converted(client: &Client, url: &str) -> Result<String, Response> {
    let Ok(response) = client.get(url).send().await else { return Ok(String::new()) };
    let response = match response.status().as_u16() {
        200 => response,
        _ => Err(response)?,
    };
    Ok(response.text().await.unwrap_or_default())
}
