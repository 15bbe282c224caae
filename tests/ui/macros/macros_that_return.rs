use anyhow::{Result, anyhow, bail, ensure};
use reqwest::Client;

pub async fn bailed(client: &Client, url: &str) -> Result<String> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    if !response.status().is_success() {
        bail!("{} says {}", response.url(), response.status());
    }
    Ok(response.text().await?)
}

pub async fn ensured(client: &Client, url: &str) -> Result<String> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    ensure!(response.status().is_success(), "{} says {}", response.url(), response.status());
    Ok(response.text().await?)
}

pub async fn by_hand(client: &Client, url: &str) -> Result<String> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    if response.status().is_server_error() {
        return Err(anyhow!("{} says {}", response.url(), response.status()));
    }
    Ok(response.text().await?)
}

pub async fn always(client: &Client, url: &str) -> Result<()> {
    let response = client.get(url).send().await?; //~ unread_body
    bail!("{} says {}", response.url(), response.status())
}
