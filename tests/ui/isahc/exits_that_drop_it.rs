//@ dependency: isahc = '2'
use isahc::{Error, HttpClient, http::StatusCode, prelude::*};

pub fn guard_on_the_status(client: &HttpClient, url: &str) -> Result<Option<String>, Error> {
    let mut response = client.get(url)?; //~ unread_on_exit
    if response.status() == StatusCode::NOT_FOUND {
        return Ok(None);
    }
    Ok(Some(response.text()?))
}

pub async fn bail(url: &str) -> anyhow::Result<Vec<u8>> {
    let mut response = isahc::get_async(url).await?; //~ unread_on_exit
    anyhow::ensure!(response.status().is_success());
    Ok(response.bytes().await?)
}

pub fn body_that_is_dropped(client: &HttpClient, url: &str) -> Result<u16, Error> {
    let (head, body) = client.get(url)?.into_parts(); //~ unread_body
    drop(body);
    Ok(head.status.as_u16())
}

pub async fn read_that_is_not_awaited(client: &HttpClient, url: &str) -> Result<(), Error> {
    let mut response = client.get_async(url).await?; //~ unread_body
    let _ = response.consume();
    Ok(())
}
