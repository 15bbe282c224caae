use bytes::Bytes;
use http_body_util::Empty;
use hyper::Uri;
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use reqwest::{Error, StatusCode, blocking};

pub fn blocking(url: &str) -> Result<StatusCode, Error> {
    let client = blocking::Client::builder().http2_prior_knowledge().build()?;
    client.get(url).send()?;
    Ok(client.get(url).send()?.status())
}

pub async fn http3(url: &str) -> Result<StatusCode, Error> {
    let client = reqwest::Client::builder().http3_prior_knowledge().build()?;
    client.get(url).send().await?;
    Ok(client.get(url).send().await?.status())
}

pub fn http3_blocking(url: &str) -> Result<StatusCode, Error> {
    let client = blocking::Client::builder().http3_prior_knowledge().build()?;
    client.get(url).send()?;
    Ok(client.get(url).send()?.status())
}

pub async fn pooled(uri: Uri) -> Result<StatusCode, hyper_util::client::legacy::Error> {
    let client: Client<HttpConnector, Empty<Bytes>> =
        Client::builder(TokioExecutor::new()).http2_only(true).build_http();
    client.get(uri.clone()).await?;
    Ok(client.get(uri).await?.status())
}
