//! Whoever makes a client makes a pool, by whatever constructor: what is lost of it is missed by the next request.
use reqwest::{Client, ClientBuilder, blocking};

pub async fn new(url: &str) -> reqwest::Result<()> {
    let client = Client::new();
    client.get(url).send().await?; //~ unread_body
    client.get(url).send().await?.bytes().await?;
    Ok(())
}

pub async fn builder(url: &str) -> reqwest::Result<()> {
    let client = Client::builder().build()?;
    client.get(url).send().await?; //~ unread_body
    client.get(url).send().await?.bytes().await?;
    Ok(())
}

pub async fn default(url: &str) -> reqwest::Result<()> {
    let client = Client::default();
    client.get(url).send().await?; //~ unread_body
    client.get(url).send().await?.bytes().await?;
    Ok(())
}

pub async fn builder_new(url: &str) -> reqwest::Result<()> {
    let client = ClientBuilder::new().build()?;
    client.get(url).send().await?; //~ unread_body
    client.get(url).send().await?.bytes().await?;
    Ok(())
}

pub async fn builder_default(url: &str) -> reqwest::Result<()> {
    let client = ClientBuilder::default().build()?;
    client.get(url).send().await?; //~ unread_body
    client.get(url).send().await?.bytes().await?;
    Ok(())
}

pub fn blocking_new(url: &str) -> reqwest::Result<()> {
    let client = blocking::Client::new();
    client.get(url).send()?; //~ unread_body
    client.get(url).send()?.bytes()?;
    Ok(())
}

pub fn blocking_builder(url: &str) -> reqwest::Result<()> {
    let client = blocking::Client::builder().build()?;
    client.get(url).send()?; //~ unread_body
    client.get(url).send()?.bytes()?;
    Ok(())
}

pub fn blocking_default(url: &str) -> reqwest::Result<()> {
    let client = blocking::Client::default();
    client.get(url).send()?; //~ unread_body
    client.get(url).send()?.bytes()?;
    Ok(())
}

pub fn blocking_builder_new(url: &str) -> reqwest::Result<()> {
    let client = blocking::ClientBuilder::new().build()?;
    client.get(url).send()?; //~ unread_body
    client.get(url).send()?.bytes()?;
    Ok(())
}

pub fn blocking_builder_default(url: &str) -> reqwest::Result<()> {
    let client = blocking::ClientBuilder::default().build()?;
    client.get(url).send()?; //~ unread_body
    client.get(url).send()?.bytes()?;
    Ok(())
}
