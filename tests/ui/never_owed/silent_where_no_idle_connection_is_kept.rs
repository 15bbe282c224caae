use bytes::Bytes;
use http_body_util::Full;
use hyper_util::{client::legacy, rt::TokioExecutor};
use reqwest::{Client, Error, blocking};

pub async fn of_reqwest(url: &str) -> Result<bool, Error> {
    let client = Client::builder().pool_max_idle_per_host(0).build()?;
    client.get(url).send().await?;
    Ok(client.get(url).send().await?.status().is_success())
}

pub fn of_the_blocking_one(url: &str) -> Result<bool, Error> {
    let client = blocking::Client::builder().user_agent("ping").pool_max_idle_per_host(0).build()?;
    client.get(url).send()?;
    Ok(client.get(url).send()?.status().is_success())
}

pub async fn of_hyper(url: http::Uri) -> Result<u16, legacy::Error> {
    let builder = legacy::Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).clone();
    let client: legacy::Client<_, Full<Bytes>> = builder.build_http();
    client.get(url.clone()).await?;
    Ok(client.get(url).await?.status().as_u16())
}
