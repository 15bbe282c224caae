use std::{future::Future, pin::Pin};

use futures::FutureExt;
use reqwest::{Client, Error, Response};

pub async fn bound(client: &Client, url: &str) -> Result<String, Error> {
    let sent = client.get(url).send();
    println!("sending");
    let text = sent.await?.text();
    text.await
}

pub async fn boxed(client: &Client, url: &str) -> Result<String, Error> {
    let sent: Pin<Box<dyn Future<Output = Result<Response, Error>> + '_>> = Box::pin(client.get(url).send());
    sent.await?.text().await
}

pub async fn boxed_by_method(client: &Client, url: &str) -> Result<String, Error> {
    let sent = client.get(url).send().boxed();
    let text = sent.await?.text().boxed();
    text.await
}

pub async fn mapped(client: &Client, url: &str) -> Option<String> {
    let sent = client.get(url).send().map(|sent| sent.ok());
    sent.await?.text().await.ok()
}

pub fn blocked_on(client: &Client, url: &str) -> Result<String, Error> {
    futures::executor::block_on(async { client.get(url).send().await?.text().await })
}
