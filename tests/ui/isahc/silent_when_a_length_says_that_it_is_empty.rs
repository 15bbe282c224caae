//@ dependency: isahc = '2'
use isahc::{Error, HttpClient, prelude::*};

pub fn length(client: &HttpClient, url: &str) -> Result<Vec<u8>, Error> {
    let mut response = client.get(url)?;
    if response.body().len() == Some(0) {
        return Ok(Vec::new());
    }
    Ok(response.bytes()?)
}

pub async fn is_empty(client: &HttpClient, url: &str) -> Result<Vec<u8>, Error> {
    let mut response = client.get_async(url).await?;
    if response.body().is_empty() {
        return Ok(Vec::new());
    }
    Ok(response.bytes().await?)
}

pub async fn length_async(client: &HttpClient, url: &str) -> Result<Vec<u8>, Error> {
    let mut response = client.get_async(url).await?;
    if response.body().len() == Some(0) {
        return Ok(Vec::new());
    }
    Ok(response.bytes().await?)
}
