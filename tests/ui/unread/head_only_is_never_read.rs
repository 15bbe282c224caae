use reqwest::{Client, Error, Response, header};

pub async fn status(client: &Client, url: &str) -> Result<u16, Error> {
    let response = client.get(url).send().await?; //~ unread_body
    Ok(response.status().as_u16())
}

pub async fn success(client: &Client, url: &str) -> Result<bool, Error> {
    Ok(client.get(url).send().await?.status().is_success()) //~ unread_body
}

pub async fn headers(client: &Client, url: &str) -> Result<bool, Error> {
    let response = client.get(url).send().await?; //~ unread_body
    Ok(response.headers().contains_key(header::ETAG))
}

pub async fn length(client: &Client, url: &str) -> Result<Option<u64>, Error> {
    let response = client.get(url).send().await?; //~ unread_body
    let length = response.content_length();
    let _final_url = response.url().clone();
    Ok(length)
}

pub async fn by_path(client: &Client, url: &str) -> Result<bool, Error> {
    let response = reqwest::RequestBuilder::send(client.get(url)).await?; //~ unread_body
    Ok(Response::status(&response).is_success())
}
