use reqwest::{Client, Response};
use tokio::sync::{mpsc, oneshot};

pub async fn sent_to_oneself(client: &Client, url: &str) -> Option<String> {
    let (sender, receiver) = oneshot::channel();
    sender.send(client.get(url).send().await).ok()?;
    receiver.await.ok()?.ok()?.text().await.ok()
}

pub async fn queued(client: &Client, urls: Vec<String>) -> usize {
    let (sender, mut receiver) = mpsc::channel::<Response>(4);
    let client = client.clone();
    tokio::spawn(async move {
        for url in urls {
            if let Ok(response) = client.get(url).send().await {
                let _ = sender.send(response).await;
            }
        }
    });
    let mut length = 0;
    while let Some(response) = receiver.recv().await {
        length += response.bytes().await.map_or(0, |bytes| bytes.len());
    }
    length
}
