use anyhow::{Result, bail};
use reqwest::{Client, StatusCode};

pub async fn read_by_the_message(client: &Client, url: &str) -> Result<String> {
    let response = client.get(url).send().await?;
    if !response.status().is_success() {
        bail!("{} says {}", url, response.text().await?);
    }
    Ok(response.text().await?)
}

pub async fn printed(client: &Client, url: &str) -> Result<()> {
    let response = client.get(url).send().await?;
    println!("{}", response.status());
    tracing::info!(status = response.status().as_u16(), ?url, "answered");
    debug_assert!(!response.status().is_informational());
    println!("{}", response.text().await?);
    Ok(())
}

pub async fn in_a_vec(client: &Client, url: &str) -> Result<Vec<String>> {
    Ok(vec![client.get(url).send().await?.text().await?])
}

pub async fn debugged(client: &Client, url: &str) -> Result<String> {
    let response = dbg!(client.get(url).send().await?);
    Ok(response.text().await?)
}

pub async fn matched(client: &Client, url: &str) -> Result<bool> {
    let response = client.get(url).send().await?;
    let created = matches!(response.status(), StatusCode::CREATED | StatusCode::OK);
    response.bytes().await?;
    Ok(created)
}
