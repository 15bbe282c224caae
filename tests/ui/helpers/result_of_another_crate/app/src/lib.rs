use base::Result;
use reqwest::{Client, Response};

async fn fetch(client: &Client, url: &str) -> Result<Response> {
    Ok(client.get(url).send().await?)
}

async fn fetch_unseen(client: &Client, url: &str) -> acme_error::Result<Response> {
    Ok(client.get(url).send().await?)
}

pub async fn dropped(client: &Client) -> Result<bool> {
    Ok(fetch(client, "http://base").await?.status().is_success()) //~ unread_body
}

pub async fn dropped_unseen(client: &Client) -> acme_error::Result<bool> {
    Ok(fetch_unseen(client, "http://unseen").await?.status().is_success()) //~ unread_body
}

pub async fn read(client: &Client) -> Result<String> {
    Ok(fetch(client, "http://base").await?.text().await?)
}

pub async fn read_unseen(client: &Client) -> acme_error::Result<String> {
    Ok(fetch_unseen(client, "http://unseen").await?.text().await?)
}
