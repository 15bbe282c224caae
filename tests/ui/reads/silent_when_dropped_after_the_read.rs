use http_body_util::{BodyExt, Empty};
use hyper::{Uri, body::Bytes};
use reqwest::{Client, Error};

type Http = hyper_util::client::legacy::Client<hyper_util::client::legacy::connect::HttpConnector, Empty<Bytes>>;

pub async fn chunks(client: &Client, url: &str) -> Result<usize, Error> {
    let mut response = client.get(url).send().await?;
    let mut length = 0;
    while let Some(chunk) = response.chunk().await? {
        length += chunk.len();
    }
    drop(response);
    Ok(length)
}

pub async fn body(client: &Http, uri: Uri) -> anyhow::Result<u16> {
    let mut response = client.get(uri).await?;
    response.body_mut().collect().await?;
    let status = response.status().as_u16();
    let () = drop(response);
    Ok(status)
}

pub async fn twice(client: &Client, url: &str) -> Result<usize, Error> {
    let mut response = client.get(url).send().await?;
    while response.chunk().await?.is_some() {}
    Ok(response.bytes().await?.len())
}
