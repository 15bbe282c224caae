use std::future::Future;

use futures::{FutureExt, TryFutureExt};
use reqwest::{Client, Error};

pub fn text(client: &Client, url: &str) -> impl Future<Output = Result<String, Error>> + use<> {
    client.get(url).send().then(|response| async move { response?.text().await })
}

pub fn status_and_text(client: &Client, url: &str) -> impl Future<Output = Result<(u16, String), Error>> + use<> {
    client.get(url).send().and_then(|response| async move {
        let status = response.status().as_u16();
        response.text().await.map(|text| (status, text))
    })
}

pub async fn awaited(client: &Client, url: &str) -> Option<usize> {
    client.get(url).send().and_then(|response| response.bytes()).map(|read| read.ok().map(|bytes| bytes.len())).await
}
