use http_body_util::Empty;
use hyper_util::client::legacy::connect::HttpConnector;

type Empties = Empty<hyper::body::Bytes>;

pub async fn status(client: &::reqwest::Client, url: &str) -> ::reqwest::Result<u16> {
    Ok(::reqwest::RequestBuilder::send(::reqwest::Client::get(client, url)).await?.status().as_u16()) //~ unread_body
}

pub fn success(client: &reqwest::blocking::Client, url: &str) -> reqwest::Result<bool> {
    let response = reqwest::blocking::RequestBuilder::send(reqwest::blocking::Client::get(client, url))?; //~ unread_body
    Ok(reqwest::StatusCode::is_success(&reqwest::blocking::Response::status(&response)))
}

pub async fn headers(
    client: &hyper_util::client::legacy::Client<HttpConnector, Empties>,
    uri: http::Uri,
) -> Result<usize, hyper_util::client::legacy::Error> {
    let response = hyper_util::client::legacy::Client::get(client, uri).await?; //~ unread_body
    Ok(http::Response::headers(&response).len())
}

pub async fn read(client: &::reqwest::Client, url: &str) -> ::reqwest::Result<String> {
    ::reqwest::Response::text(::reqwest::RequestBuilder::send(::reqwest::Client::get(client, url)).await?).await
}
