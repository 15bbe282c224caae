//@ dependency: awc = '3'
use std::error::Error;

use awc::{Client, error::SendRequestError, http::Method, test::TestResponse};
use bytes::Bytes;

pub async fn head(client: &Client, url: &str) -> Result<bool, SendRequestError> {
    client.request(Method::HEAD, url).send().await?;
    client.get(url).method(Method::HEAD).send().await?;
    Ok(client.head(url).send().await?.status().is_success())
}

pub async fn closed_anyway(client: &Client, url: &str) -> Result<(), SendRequestError> {
    client.get(url).force_close().send().await?;
    Ok(())
}

pub async fn made_for_one_request(url: &str) -> Result<u16, SendRequestError> {
    Ok(Client::default().get(url).send().await?.status().as_u16())
}

pub async fn no_content(client: &Client, url: &str) -> Result<Option<Bytes>, Box<dyn Error>> {
    let mut response = client.get(url).send().await?;
    match response.status().as_u16() {
        204 | 304 => Ok(None),
        _ => Ok(Some(response.body().await?)),
    }
}

pub async fn web_socket(client: &Client, url: &str) -> bool {
    client.ws(url).connect().await.is_ok()
}

pub fn by_hand() -> u16 {
    TestResponse::with_header(("a", "b")).set_payload("text").finish().status().as_u16()
}
