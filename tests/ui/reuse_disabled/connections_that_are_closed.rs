//@ pedantic
use bytes::Bytes;
use http::{Request, Version, header};
use http_body_util::Empty;
use hyper_util::client::legacy::{self, connect::HttpConnector};
use reqwest::{
    Client, Error,
    header::{CONNECTION, HeaderMap, HeaderValue},
};

pub async fn by_a_header(client: &Client, url: &str) -> Result<(), Error> {
    client.get(url).header("Connection", "close").send().await?; //~ reuse_disabled
    Ok(())
}

pub async fn by_a_header_that_is_a_constant(client: &Client, url: &str) -> Result<bool, Error> {
    let request = client.get(url).header(CONNECTION, HeaderValue::from_static("close")).build()?; //~ reuse_disabled
    Ok(client.execute(request).await?.status().is_success())
}

pub async fn by_all_headers_at_once(client: &Client, url: &str) -> Result<(), Error> {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    client.get(url).headers(headers).send().await?; //~ reuse_disabled
    Ok(())
}

pub fn by_default() -> Result<Client, Error> {
    let mut headers = HeaderMap::new();
    headers.insert("connection", HeaderValue::from_static("close"));
    headers.insert("accept", HeaderValue::from_static("*/*"));
    Client::builder().default_headers(headers).build() //~ reuse_disabled
}

pub async fn by_the_version(client: &Client, url: &str) -> Result<(), Error> {
    client.get(url).version(Version::HTTP_10).send().await?; //~ reuse_disabled
    Ok(())
}

pub async fn of_hyper(client: &legacy::Client<HttpConnector, Empty<Bytes>>) -> Option<bool> {
    let request = Request::builder().header(header::CONNECTION, "close").method("POST").body(Empty::new()).ok()?; //~ reuse_disabled
    Some(client.request(request).await.ok()?.status().is_success())
}

pub async fn of_hyper_by_the_version(client: &legacy::Client<HttpConnector, Empty<Bytes>>) -> Option<bool> {
    let request = Request::get("http://localhost").version(Version::HTTP_10).body(Empty::new()).ok()?; //~ reuse_disabled
    Some(client.request(request).await.ok()?.status().is_success())
}

pub fn by_a_header_that_blocks(client: &reqwest::blocking::Client, url: &str) -> Result<u16, Error> {
    Ok(client.get(url).header("Connection", "close").send()?.status().as_u16()) //~ reuse_disabled
}

pub fn by_all_headers_that_block(client: &reqwest::blocking::Client, url: &str) -> Result<u16, Error> {
    let mut headers = HeaderMap::new();
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    Ok(client.get(url).headers(headers).send()?.status().as_u16()) //~ reuse_disabled
}

pub fn by_the_version_that_blocks(client: &reqwest::blocking::Client, url: &str) -> Result<u16, Error> {
    Ok(client.get(url).version(Version::HTTP_10).send()?.status().as_u16()) //~ reuse_disabled
}

pub fn for_all_requests_that_block() -> Result<reqwest::blocking::Client, Error> {
    let mut headers = HeaderMap::new();
    headers.insert("connection", HeaderValue::from_static("close"));
    reqwest::blocking::Client::builder().default_headers(headers).build() //~ reuse_disabled
}

pub async fn through_middleware_by_a_header(
    client: &reqwest_middleware::ClientWithMiddleware,
    url: &str,
) -> reqwest_middleware::Result<u16> {
    Ok(client.get(url).header("Connection", "close").send().await?.status().as_u16()) //~ reuse_disabled
}

pub async fn through_middleware_by_all_headers(
    client: &reqwest_middleware::ClientWithMiddleware,
    url: &str,
) -> reqwest_middleware::Result<u16> {
    let mut headers = HeaderMap::new();
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    Ok(client.get(url).headers(headers).send().await?.status().as_u16()) //~ reuse_disabled
}

pub async fn through_middleware_by_the_version(
    client: &reqwest_middleware::ClientWithMiddleware,
    url: &str,
) -> reqwest_middleware::Result<u16> {
    Ok(client.get(url).version(Version::HTTP_10).send().await?.status().as_u16()) //~ reuse_disabled
}
