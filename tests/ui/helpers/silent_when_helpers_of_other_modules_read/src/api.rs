use reqwest::{Client, Result};

use crate::prelude::*;

pub async fn finished(client: &Client) -> Result<u16> {
    let response: Reply = client.get("http://finish").send().await?;
    let status = response.status().as_u16();
    finish(response).await;
    Ok(status)
}

pub async fn text(client: &Client) -> Result<String> {
    text::of(client.get("http://text").send().await?).await
}

pub async fn by_path(client: &Client) -> Result<()> {
    let response = client.get("http://path").send().await?;
    super::net::finish(response).await;
    Ok(())
}
