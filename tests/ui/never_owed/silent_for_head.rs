use http_body_util::Empty;
use hyper_util::client::legacy::{Client as Legacy, connect::HttpConnector};
use reqwest::{Client, Error, Method, Request, Url, header};

pub async fn method(client: &Client, url: &str) -> Result<Option<u64>, Error> {
    let response = client.head(url).send().await?;
    Ok(response.content_length())
}

pub async fn constant(client: &Client, url: &str) -> Result<bool, Error> {
    let response = client.request(Method::HEAD, url).header(header::ACCEPT, "*/*").send().await?;
    Ok(response.status().is_success())
}

pub async fn built(client: &Client, url: Url) -> Result<(), Error> {
    client.execute(Request::new(Method::HEAD, url)).await?.error_for_status()?;
    Ok(())
}

pub async fn through_http(
    client: &Legacy<HttpConnector, Empty<bytes::Bytes>>,
) -> Result<u16, Box<dyn std::error::Error>> {
    let request = http::Request::builder().method(http::Method::HEAD).uri("http://head").body(Empty::new())?;
    Ok(client.request(request).await?.status().as_u16())
}

pub fn blocking(client: &reqwest::blocking::Client, url: &str) -> bool {
    client.head(url).send().is_ok()
}
