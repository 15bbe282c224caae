use reqwest::{Body, Client, Error, Response};

pub async fn taken_apart(client: &Client, url: &str) -> Result<http::HeaderMap, Error> {
    let response: http::Response<Body> = client.get(url).send().await?.into(); //~ unread_body
    let (parts, _body) = response.into_parts();
    Ok(parts.headers)
}

pub async fn by_the_other_name(client: &Client, url: &str) -> Result<u16, Error> {
    let response = http::Response::<Body>::from(client.get(url).send().await?); //~ unread_body
    Ok(response.status().as_u16())
}

pub async fn and_back(client: &Client, url: &str) -> Result<u16, Error> {
    let response: http::Response<Body> = client.get(url).send().await?.into(); //~ unread_body
    let (parts, body) = response.into_parts();
    Ok(Response::from(http::Response::from_parts(parts, body)).status().as_u16())
}
