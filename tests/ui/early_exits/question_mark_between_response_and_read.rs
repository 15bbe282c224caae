use anyhow::{Context, Result};
use reqwest::{Client, header};

pub async fn header_first(client: &Client, url: &str) -> Result<(String, String)> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    let etag = response.headers().get(header::ETAG).context("no etag")?.to_str()?.to_owned();
    Ok((etag, response.text().await?))
}

pub async fn file_first(client: &Client, url: &str, path: &str) -> Result<()> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    let mut file = std::fs::File::create(path)?;
    let bytes = response.bytes().await?;
    std::io::Write::write_all(&mut file, &bytes)?;
    Ok(())
}

pub async fn second_request_first(client: &Client, url: &str) -> Result<String> {
    let first = client.get(url).send().await?; //~ unread_on_exit
    let second = client.get(url).send().await?;
    Ok(second.text().await? + &first.text().await?)
}
