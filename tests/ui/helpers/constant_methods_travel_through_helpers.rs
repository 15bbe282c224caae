use reqwest::{Client, Error, Method, Response};

async fn send(client: &Client, method: Method, url: &str) -> Result<Response, Error> {
    client.request(method, url).send().await
}

async fn send_named(client: &Client, method: Method, name: &str) -> Result<Response, Error> {
    send(client, method, &format!("http://{name}")).await
}

pub async fn head(client: &Client) -> Result<bool, Error> {
    Ok(send_named(client, Method::HEAD, "a").await?.status().is_success())
}

pub async fn get(client: &Client) -> Result<bool, Error> {
    Ok(send_named(client, Method::GET, "a").await?.status().is_success()) //~ unread_body
}
