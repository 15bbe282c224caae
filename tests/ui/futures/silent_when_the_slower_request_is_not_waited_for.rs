use futures::future::{Either, select};
use reqwest::{Client, Error};

pub async fn fastest(client: &Client, a: &str, b: &str) -> Result<String, Error> {
    tokio::select! {
        response = client.get(a).send() => response?.text().await,
        response = client.get(b).send() => response?.text().await,
    }
}

pub async fn selected(client: &Client, a: &str, b: &str) -> Result<String, Error> {
    let (a, b) = (Box::pin(client.get(a).send()), Box::pin(client.get(b).send()));
    match select(a, b).await {
        Either::Left((response, _)) | Either::Right((response, _)) => response?.text().await,
    }
}
