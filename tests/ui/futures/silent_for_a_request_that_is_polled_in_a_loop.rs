use std::time::Duration;

use reqwest::{Client, Error};

pub async fn with_progress(client: &Client, url: &str) -> Result<String, Error> {
    let sent = client.get(url).send();
    tokio::pin!(sent);
    let mut ticks = tokio::time::interval(Duration::from_secs(1));
    loop {
        tokio::select! {
            response = &mut sent => return response?.text().await,
            _ = ticks.tick() => println!("waiting"),
        }
    }
}

pub async fn pinned(client: &Client, url: &str) -> Result<String, Error> {
    let mut sent = std::pin::pin!(client.get(url).send());
    sent.as_mut().await?.text().await
}
