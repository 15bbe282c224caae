use std::future::Future;

use reqwest::{Client, Error};

pub async fn immediate(client: &Client, url: &str) -> Result<bool, Error> {
    (async || {
        let response = client.get(url).send().await?; //~ unread_body
        Ok(response.status().is_success())
    })()
    .await
}

pub fn spawned(client: Client, url: String) {
    tokio::spawn(async move {
        let response = client.get(&url).send().await?; //~ unread_on_exit
        if !response.status().is_success() {
            return Ok(String::new());
        }
        response.text().await
    });
}

pub fn handler(client: Client) -> impl Fn(String) -> std::pin::Pin<Box<dyn Future<Output = Result<u16, Error>>>> {
    move |url| {
        let client = client.clone();
        Box::pin(async move { Ok(client.get(&url).send().await?.status().as_u16()) }) //~ unread_body
    }
}

pub struct Poller<F>(F);

impl<F> Poller<F> {
    pub fn new(poll: F) -> Self {
        Poller(poll)
    }
}

pub fn constructed(client: &Client) -> Poller<impl AsyncFn() -> bool> {
    Poller::new(async || client.get("http://health").send().await.is_ok()) //~ unread_body
}
