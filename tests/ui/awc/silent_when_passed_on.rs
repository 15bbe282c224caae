//@ dependency: awc = '3'
use std::error::Error;

use awc::{Client, SendClientRequest, error::SendRequestError};

pub fn not_awaited_here(client: &Client, url: &str) -> SendClientRequest {
    client.get(url).send()
}

pub async fn sent_on(client: &Client, from: &str, to: &str) -> Result<(), Box<dyn Error>> {
    let response = client.get(from).send().await?;
    client.post(to).send_stream(response).await?.body().await?;
    Ok(())
}

pub async fn stored(client: &Client, url: &str, all: &mut Vec<awc::ClientResponse>) -> Result<(), SendRequestError> {
    all.push(client.get(url).send().await?.map_body(|_, payload| payload));
    Ok(())
}
