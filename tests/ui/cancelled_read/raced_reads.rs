//@ pedantic
use std::time::Duration;

use reqwest::{Client, Error, Response};
use tokio::{sync::Notify, time::timeout};

pub async fn in_time(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ cancelled_read
    timeout(Duration::from_secs(1), response.text()).await.ok().transpose()
}

pub async fn unless_stopped(client: &Client, url: &str, stop: &Notify) -> Result<String, Error> {
    let response = client.get(url).send().await?; //~ cancelled_read
    tokio::select! {
        text = response.text() => text,
        _ = stop.notified() => Ok(String::new()),
    }
}

async fn length(response: Response) -> Result<usize, Error> { //~ cancelled_read
    timeout(Duration::from_secs(1), response.bytes()).await.map_or(Ok(0), |bytes| Ok(bytes?.len()))
}

pub async fn in_a_helper(client: &Client, url: &str) -> Result<usize, Error> {
    length(client.get(url).send().await?).await
}
