use reqwest::{Client, Error, StatusCode};

pub async fn parentheses(client: &Client, url: &str) -> Result<StatusCode, Error> {
    Ok(((client.get(url)).send().await?).status()) //~ unread_body
}

pub async fn block(client: &Client, url: &str) -> Result<StatusCode, Error> {
    let response = { client.get(url).send().await? }; //~ unread_body
    Ok({ response }.status())
}

pub async fn references(client: &Client, url: &str) -> Result<StatusCode, Error> {
    let mut response = client.get(url).send().await?; //~ unread_body
    Ok((&mut *(&mut response)).status())
}

pub async fn boxed(client: &Client, url: &str) -> Result<StatusCode, Error> {
    let response = Box::new(client.get(url).send().await?); //~ unread_body
    Ok(response.status())
}

pub async fn shared(client: &Client, url: &str) -> Result<StatusCode, Error> {
    let response = std::sync::Arc::new(client.get(url).send().await?); //~ unread_body
    Ok(response.status())
}
