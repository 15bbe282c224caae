use std::time::Duration;

use reqwest::{Client, Error, Response};
use tokio::time::sleep;

pub async fn broken_out(client: &Client, url: &str) -> Result<String, Error> {
    let response = loop {
        let response = client.get(url).send().await?;
        if response.status().as_u16() != 429 {
            break response;
        }
        response.bytes().await?;
        sleep(Duration::from_secs(1)).await;
    };
    response.text().await
}

pub async fn counted(client: &Client, url: &str) -> Option<String> {
    for attempt in 0..3 {
        match client.get(url).send().await {
            Ok(response) if response.status().is_success() => return response.text().await.ok(),
            Ok(response) => println!("{:?}", response.text().await),
            Err(error) => println!("{error}"),
        }
        sleep(Duration::from_secs(attempt)).await;
    }
    None
}

pub async fn only_transport_errors(client: &Client, url: &str) -> Result<Response, Error> {
    let mut attempts = 0;
    loop {
        match client.get(url).send().await {
            Ok(response) => return Ok(response),
            Err(error) if attempts == 3 => return Err(error),
            Err(_) => attempts += 1,
        }
    }
}

pub async fn by_recursion(client: &Client, url: &str, left: u32) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    if response.status().is_server_error() && left > 0 {
        response.bytes().await?;
        return Box::pin(by_recursion(client, url, left - 1)).await;
    }
    response.text().await
}
