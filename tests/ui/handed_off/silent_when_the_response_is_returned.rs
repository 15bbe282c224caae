use std::future::Future;

use futures::future::BoxFuture;
use reqwest::{Client, Error, Response, StatusCode};

pub async fn tail(client: &Client, url: &str) -> Result<Response, Error> {
    client.get(url).send().await
}

pub async fn through_a_local(client: &Client, url: &str) -> Result<Response, Error> {
    let response = client.get(url).send().await?;
    println!("{}", response.status());
    return Ok(response);
}

pub async fn in_a_tuple(client: &Client, url: &str) -> Result<(StatusCode, Response), Error> {
    let response = client.get(url).send().await?;
    Ok((response.status(), response))
}

pub async fn in_a_box(client: &Client, url: &str) -> Result<Option<Box<Response>>, Error> {
    let response = client.get(url).send().await?;
    Ok(Some(Box::new(response)))
}

pub async fn body_only(client: &Client, url: &str) -> Result<reqwest::Body, Error> {
    let response = client.get(url).send().await?;
    println!("{}", response.status());
    Ok(response.into())
}

pub async fn stream(
    client: &Client,
    url: &str,
) -> Result<impl futures::Stream<Item = Result<bytes::Bytes, Error>> + use<>, Error> {
    Ok(client.get(url).send().await?.bytes_stream())
}

pub fn future<'a>(client: &'a Client, url: &'a str) -> impl Future<Output = Result<Response, Error>> + 'a {
    client.get(url).send()
}

pub fn boxed<'a>(client: &'a Client, url: &'a str) -> BoxFuture<'a, Result<Response, Error>> {
    Box::pin(async move {
        let response = client.get(url).send().await?;
        Ok(response)
    })
}
