use bytes::Bytes;
use http_body_util::BodyExt;
use reqwest::{Body, Client, Error, Response};

pub async fn taken_apart(client: &Client, url: &str) -> Result<http::Response<Bytes>, Error> {
    let response: http::Response<Body> = client.get(url).send().await?.into();
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await?.to_bytes();
    Ok(http::Response::from_parts(parts, bytes))
}

pub async fn and_back(client: &Client, url: &str) -> Result<String, Error> {
    let response: http::Response<Body> = client.get(url).send().await?.into();
    let (parts, body) = response.into_parts();
    Response::from(http::Response::from_parts(parts, body)).text().await
}

pub async fn given_away(client: &Client, url: &str) -> Result<http::Response<Body>, Error> {
    client.get(url).send().await.map(Into::into)
}
