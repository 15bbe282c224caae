use std::{future::Future, time::Duration};

use reqwest::{Client, Error, Response};

async fn with_retry<T, E, F, Fut>(mut attempt: F) -> Result<T, E>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, E>>,
{
    let mut left = 3;
    loop {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(error) if left == 0 => return Err(error),
            Err(_) => left -= 1,
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

async fn until_success<F, Fut>(mut attempt: F) -> Result<Response, Error>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<Response, Error>>,
{
    loop {
        let response = attempt().await?;
        if response.status().is_success() {
            return Ok(response);
        }
    }
}

pub async fn read(client: &Client, url: &str) -> Result<String, Error> {
    with_retry(|| client.get(url).send()).await?.text().await
}

pub async fn lost(client: &Client, url: &str) -> Result<u16, Error> {
    let response = with_retry(|| client.get(url).send()).await?; //~ unread_body
    Ok(response.status().as_u16())
}

pub async fn read_in_the_closure(client: &Client, url: &str) -> Result<String, Error> {
    with_retry(|| async { client.get(url).send().await?.text().await }).await
}

pub async fn lost_in_the_closure(client: &Client, url: &str) -> Result<u16, Error> {
    with_retry(|| async { Ok(client.get(url).send().await?.status().as_u16()) }).await //~ unread_body
}

pub async fn lost_in_the_helper(client: &Client, url: &str) -> Result<String, Error> {
    until_success(|| client.get(url).send()).await?.text().await //~ unread_on_exit
}
