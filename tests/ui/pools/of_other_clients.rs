//@ dependency: awc = '3'
//@ dependency: isahc = '2'
//@ dependency: surf = { version = '2', default-features = false, features = ['curl-client'] }
//@ dependency: ureq = '3'
//@ dependency: ureq_2 = { package = 'ureq', version = '2' }
//! Whoever makes a client makes a pool, by whatever constructor: what is lost of it is missed by the next request.
use isahc::{HttpClient, HttpClientBuilder, ReadResponseExt};

pub async fn awc_new(url: &str) -> anyhow::Result<()> {
    let client = awc::Client::new();
    client.get(url).send().await?; //~ unread_body
    client.get(url).send().await?.body().await?;
    Ok(())
}

pub async fn awc_default(url: &str) -> anyhow::Result<()> {
    let client = awc::Client::default();
    client.get(url).send().await?; //~ unread_body
    client.get(url).send().await?.body().await?;
    Ok(())
}

pub async fn awc_builder(url: &str) -> anyhow::Result<()> {
    let client = awc::ClientBuilder::new().finish();
    client.get(url).send().await?; //~ unread_body
    client.get(url).send().await?.body().await?;
    Ok(())
}

pub fn isahc_new(url: &str) -> anyhow::Result<()> {
    let client = HttpClient::new()?;
    client.get(url)?; //~ unread_body
    client.get(url)?.consume()?;
    Ok(())
}

pub fn isahc_builder(url: &str) -> anyhow::Result<()> {
    let client = HttpClient::builder().build()?;
    client.get(url)?; //~ unread_body
    client.get(url)?.consume()?;
    Ok(())
}

pub fn isahc_builder_new(url: &str) -> anyhow::Result<()> {
    let client = HttpClientBuilder::new().build()?;
    client.get(url)?; //~ unread_body
    client.get(url)?.consume()?;
    Ok(())
}

pub fn isahc_builder_default(url: &str) -> anyhow::Result<()> {
    let client = HttpClientBuilder::default().build()?;
    client.get(url)?; //~ unread_body
    client.get(url)?.consume()?;
    Ok(())
}

pub async fn surf_new(url: &str) -> surf::Result<()> {
    let client = surf::Client::new();
    client.get(url).await?; //~ unread_body
    client.get(url).await?.body_bytes().await?;
    Ok(())
}

pub async fn surf_around_another<C: surf::HttpClient>(another: C, url: &str) -> surf::Result<()> {
    let client = surf::Client::with_http_client(another);
    client.get(url).await?; //~ unread_body
    client.get(url).await?.body_bytes().await?;
    Ok(())
}

pub fn ureq_default(url: &str) -> anyhow::Result<()> {
    let client = ureq::Agent::new_with_defaults();
    client.get(url).call()?; //~ unread_body
    client.get(url).call()?.body_mut().read_to_vec()?;
    Ok(())
}

pub fn ureq_2_new(url: &str) -> anyhow::Result<()> {
    let client = ureq_2::Agent::new();
    client.get(url).call()?; //~ unread_on_exit
    client.get(url).call()?.into_string()?;
    Ok(())
}
