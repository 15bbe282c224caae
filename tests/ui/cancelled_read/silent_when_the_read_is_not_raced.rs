//@ pedantic
use std::time::Duration;

use reqwest::{Client, Error};
use tokio::{sync::Notify, time::timeout};

pub async fn only_the_request(client: &Client, url: &str) -> Result<Option<String>, Error> {
    match timeout(Duration::from_secs(1), client.get(url).send()).await {
        Ok(response) => Ok(Some(response?.text().await?)),
        Err(_) => Ok(None),
    }
}

pub async fn piece_by_piece(client: &Client, url: &str, tick: &Notify) -> Result<usize, Error> {
    let mut response = client.get(url).send().await?;
    let mut sum = 0;
    loop {
        tokio::select! {
            chunk = response.chunk() => match chunk? {
                Some(chunk) => sum += chunk.len(),
                None => return Ok(sum),
            },
            _ = tick.notified() => log::info!("{sum}"),
        }
    }
}

pub async fn without_a_body(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.head(url).send().await?;
    let _ = timeout(Duration::from_secs(1), response.bytes()).await;
    Ok(())
}

pub async fn in_a_task(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    tokio::spawn(response.text()).await.unwrap_or_else(|_| Ok(String::new()))
}
