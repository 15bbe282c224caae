use std::time::Duration;

use reqwest::{Client, Error};
use tokio::sync::Notify;

pub async fn read(client: &Client, url: &str, stop: &Notify) -> Result<Option<String>, Error> {
    let sent = client.get(url).send();
    tokio::select! {
        response = sent => response?.text().await.map(Some),
        _ = stop.notified() => Ok(None),
    }
}

pub async fn lost(client: &Client, url: &str, stop: &Notify) -> Result<bool, Error> {
    tokio::select! {
        response = client.get(url).send() => Ok(response?.status().is_success()), //~ unread_body
        () = stop.notified() => Ok(false),
    }
}

pub async fn timed(client: &Client, url: &str) -> anyhow::Result<String> {
    let response = tokio::time::timeout(Duration::from_secs(1), client.get(url).send()).await??;
    Ok(response.text().await?)
}

pub async fn timed_and_lost(client: &Client, url: &str) -> bool {
    let sent = tokio::time::timeout(Duration::from_secs(1), client.get(url).send()).await; //~ unread_body
    matches!(sent, Ok(Ok(_)))
}

pub async fn timed_read(client: &Client, url: &str) -> anyhow::Result<String> {
    let response = client.get(url).send().await?;
    Ok(tokio::time::timeout(Duration::from_secs(1), response.text()).await??)
}

pub async fn raced_read(client: &Client, url: &str, stop: &Notify) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?;
    tokio::select! {
        text = response.text() => text.map(Some),
        _ = stop.notified() => Ok(None),
    }
}
