//@ dependency: hyper_0_14 = { package = "hyper", version = "0.14", features = ["full", "backports"] }
//! A response that owes nothing has a status all the same.
use bytes::Bytes;
use http::Request;
use http_body_util::Empty;
use hyper::client::conn::http2::SendRequest;
use reqwest::{Response, Result};

async fn drain(response: &mut Response) -> Result<()> {
    while let Some(chunk) = response.chunk().await? {
        drop(chunk);
    }
    Ok(())
}

pub async fn sent(sender: &mut SendRequest<Empty<Bytes>>, client: &reqwest::Client, url: &str) -> anyhow::Result<()> {
    let answer = sender.send_request(Request::new(Empty::new())).await?;
    let mut response = client.get(url).send().await?;
    if answer.status().is_success() {
        drain(&mut response).await?;
    }
    if !answer.status().is_success() {
        drain(&mut response).await?;
    }
    Ok(())
}

pub async fn tried(sender: &mut SendRequest<Empty<Bytes>>, client: &reqwest::Client, url: &str) -> anyhow::Result<()> {
    let Ok(answer) = sender.try_send_request(Request::new(Empty::new())).await else { return Ok(()) };
    let mut response = client.get(url).send().await?;
    if answer.status().is_success() {
        drain(&mut response).await?;
    }
    if !answer.status().is_success() {
        drain(&mut response).await?;
    }
    Ok(())
}

type Sender = hyper_0_14::client::conn::http2::SendRequest<hyper_0_14::Body>;

pub async fn sent_by_hyper_0_14(sender: &mut Sender, client: &reqwest::Client, url: &str) -> anyhow::Result<()> {
    let answer = sender.send_request(hyper_0_14::Request::new(hyper_0_14::Body::empty())).await?;
    let mut response = client.get(url).send().await?;
    if answer.status().is_success() {
        drain(&mut response).await?;
    }
    if !answer.status().is_success() {
        drain(&mut response).await?;
    }
    Ok(())
}
