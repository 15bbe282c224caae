//@ dependency: awc = '3'
use std::{error::Error, io};

use actix_http::HttpMessage;
use awc::Client;
use bytes::Bytes;
use futures::{StreamExt, TryFutureExt, TryStreamExt};

pub async fn bytes(client: &Client, url: &str) -> Result<Bytes, Box<dyn Error>> {
    Ok(client.get(url).send().await?.body().await?)
}

pub async fn json(client: &Client, url: &str) -> Result<Vec<String>, Box<dyn Error>> {
    Ok(client.post(url).send_json(&1).await?.json().limit(1 << 20).await?)
}

pub async fn status_and_text(client: &Client, url: &str) -> Result<(u16, Bytes), Box<dyn Error>> {
    let mut response = client.get(url).send().await?.timeout(std::time::Duration::from_secs(1));
    let body = response.body().await?;
    Ok((response.status().as_u16(), body))
}

pub async fn piece_by_piece(client: &Client, url: &str) -> Result<usize, Box<dyn Error>> {
    let mut response = client.get(url).send().await?;
    let mut count = 0;
    while let Some(piece) = response.next().await {
        count += piece?.len();
    }
    Ok(count)
}

pub async fn by_its_payload(client: &Client, url: &str) -> Result<Vec<Bytes>, Box<dyn Error>> {
    let payload = client.get(url).send().await?.take_payload();
    Ok(payload.try_collect().await?)
}

pub async fn with_combinators(client: &Client, url: &str) -> Result<Bytes, io::Error> {
    let response = client.get(url).send().map_err(|error| io::Error::other(error.to_string()));
    response.and_then(|mut response| response.body().map_err(io::Error::other)).await
}

pub async fn awaited_later(client: &Client, url: &str) -> Result<Bytes, Box<dyn Error>> {
    let mut response = client.get(url).send().await?;
    let reading = response.body();
    drop(response);
    Ok(reading.await?)
}

pub async fn mapped(client: &Client, url: &str) -> Result<Bytes, Box<dyn Error>> {
    Ok(client.get(url).send().await?.map_body(|_, payload| payload).body().await?)
}
