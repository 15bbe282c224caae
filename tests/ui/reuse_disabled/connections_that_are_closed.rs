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
