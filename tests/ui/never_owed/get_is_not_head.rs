use reqwest::{Client, Error, Method};

pub async fn constant(client: &Client, url: &str) -> Result<bool, Error> {
    let response = client.request(Method::GET, url).send().await?; //~ unread_body
    Ok(response.status().is_success())
}

pub async fn either(client: &Client, url: &str, head: bool) -> Result<bool, Error> {
    let method = if head { Method::HEAD } else { Method::GET };
    let response = client.request(method, url).send().await?; //~ unread_body
    Ok(response.status().is_success())
}
