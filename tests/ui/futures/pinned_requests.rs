use std::pin::pin;

use reqwest::{Client, Error};

pub async fn awaited_whole(client: &Client, url: &str) -> Result<u16, Error> {
    let sent = pin!(client.get(url).send()); //~ unread_body
    Ok(sent.await?.status().as_u16())
}

pub async fn awaited_through_a_reference(client: &Client, url: &str) -> Result<u16, Error> {
    let mut sent = Box::pin(client.get(url).send()); //~ unread_body
    Ok((&mut sent).await?.status().as_u16())
}

pub async fn awaited_through_a_pin(client: &Client, url: &str) -> Result<u16, Error> {
    let mut sent = pin!(client.get(url).send()); //~ MISS unread_body -- as_mut is not known of a pinned future
    Ok(sent.as_mut().await?.status().as_u16())
}

pub async fn awaited_through_a_box(client: &Client, url: &str) -> Result<u16, Error> {
    let mut sent = Box::pin(client.get(url).send()); //~ MISS unread_body -- as_mut is not known of a pinned future
    Ok(sent.as_mut().await?.status().as_u16())
}
