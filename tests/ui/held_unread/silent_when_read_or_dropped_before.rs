//@ pedantic
use std::time::Duration;

use reqwest::{Client, Error, StatusCode};
use tokio::time::sleep;

pub async fn read(client: &Client, url: &str, other: &str) -> Result<usize, Error> {
    let first = client.get(url).send().await?.text().await?;
    let second = client.get(other).send().await?.text().await?;
    Ok(first.len() + second.len())
}

pub async fn read_before_the_sleep(client: &Client, url: &str) -> Result<String, Error> {
    loop {
        let response = client.get(url).send().await?;
        let status = response.status();
        let text = response.text().await?;
        if status != StatusCode::TOO_MANY_REQUESTS {
            return Ok(text);
        }
        sleep(Duration::from_secs(1)).await;
    }
}

pub async fn dropped_with_its_arm(client: &Client, url: &str) -> Option<String> {
    for _ in 0..3 {
        match client.get(url).send().await {
            Ok(response) if response.status().is_success() => return response.text().await.ok(),
            Ok(response) => drop(response.text().await),
            Err(_) => {}
        }
        sleep(Duration::from_secs(1)).await;
    }
    None
}

pub async fn given_to_who_reads_first(client: &Client, url: &str) -> Result<String, Error> {
    read_and_ask_again(client, client.get(url).send().await?, url).await
}

async fn read_and_ask_again(client: &Client, response: reqwest::Response, url: &str) -> Result<String, Error> {
    let text = response.text().await?;
    client.get(url).body(text).send().await?.text().await
}

pub async fn failed(client: &Client, url: &str) -> Result<String, Error> {
    match client.get(url).send().await {
        Ok(response) => response.text().await,
        Err(_) => {
            sleep(Duration::from_secs(1)).await;
            client.get(url).send().await?.text().await
        }
    }
}

pub async fn handed_to_the_next_request(client: &Client, url: &str, other: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    client.post(other).body(response).send().await?.text().await
}
