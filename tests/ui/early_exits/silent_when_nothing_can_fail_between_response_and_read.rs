use anyhow::{Context, Result};
use reqwest::{Client, header};

pub async fn before_the_request(client: &Client, url: &str, path: &str) -> Result<()> {
    let mut file = std::fs::File::create(path)?;
    let response = client.get(url).send().await.context("no answer")?;
    let bytes = response.bytes().await?;
    std::io::Write::write_all(&mut file, &bytes)?;
    Ok(())
}

pub async fn checked_later(client: &Client, url: &str) -> Result<(String, String)> {
    let response = client.get(url).send().await?;
    let etag = response.headers().get(header::ETAG).cloned();
    let text = response.text().await?;
    Ok((etag.context("no etag")?.to_str()?.to_owned(), text))
}
