//@ dependency: isahc = '2'
use isahc::{Error, HttpClient};

pub fn reset(client: &HttpClient, url: &str) -> Result<bool, Error> {
    let mut response = client.get(url)?; //~ unread_body
    Ok(response.body_mut().reset())
}

pub async fn reset_async(client: &HttpClient, url: &str) -> Result<bool, Error> {
    let mut response = client.get_async(url).await?; //~ unread_body
    Ok(response.body_mut().reset())
}
