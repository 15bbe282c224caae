use std::future::Future;

use anyhow::{Context, Error, Result};
use futures::{FutureExt, TryFutureExt};
use reqwest::{Client, header};

pub fn length(client: &Client, url: &str) -> impl Future<Output = Result<(u64, String)>> + use<> {
    client.get(url).send().then(|response| async move { //~ unread_on_exit
        let response = response?;
        let length = response.headers().get(header::CONTENT_LENGTH).context("no length")?.to_str()?.parse()?;
        Ok((length, response.text().await?))
    })
}

pub fn is_up(client: &Client, url: &str) -> impl Future<Output = bool> + use<> {
    client.get(url).send().then(|response| async move { response.is_ok() }) //~ unread_body
}

pub fn etag(client: &Client, url: &str) -> impl Future<Output = Result<String>> + use<> {
    client.get(url).send().map_err(Error::from).and_then(|response| async move { //~ unread_on_exit
        let etag = response.headers().get(header::ETAG).context("no etag")?.to_str()?.to_owned();
        Ok(etag + &response.text().await?)
    })
}
