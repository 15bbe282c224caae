//@ dependency: surf = '2'
use surf::{Client, Result};

pub async fn header_mut(client: &Client, url: &str) -> Result<bool> {
    let mut response = client.get(url).await?; //~ unread_body
    Ok(response.header_mut("etag").is_some())
}

pub async fn remove_header(client: &Client, url: &str) -> Result<bool> {
    let mut response = client.get(url).await?; //~ unread_body
    Ok(response.remove_header("etag").is_some())
}

pub async fn insert_header(client: &Client, url: &str) -> Result<()> {
    let mut response = client.get(url).await?; //~ unread_body
    response.insert_header("seen", "yes");
    Ok(())
}

pub async fn append_header(client: &Client, url: &str) -> Result<()> {
    let mut response = client.get(url).await?; //~ unread_body
    response.append_header("seen", "yes");
    Ok(())
}

pub async fn ext(client: &Client, url: &str) -> Result<bool> {
    let response = client.get(url).await?; //~ unread_body
    Ok(response.ext::<u8>().is_some())
}

pub async fn content_type(client: &Client, url: &str) -> Result<bool> {
    let response = client.get(url).await?; //~ unread_body
    Ok(response.content_type().is_some())
}
