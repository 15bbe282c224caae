//@ dependency: wreq = '6.0.0-rc.31'
use futures::TryStreamExt;
use http_body_util::BodyExt;
use wreq::{Client, Error, Response};

pub async fn read(client: &Client, url: &str) -> Result<(String, Vec<String>), Error> {
    client.get(url).send().await?.bytes().await?;
    client.get(url).send().await?.text_with_charset("utf-8").await?;
    client.get(url).send().await?.bytes_stream().try_collect::<Vec<_>>().await?;
    client.get(url).send().await?.collect().await?;
    let text = client.get(url).send().await?.error_for_status()?.text().await?;
    Ok((text, client.get(url).send().await?.json().await?))
}

pub async fn owes_nothing(client: &Client, url: &str) -> Result<bool, Error> {
    wreq::get(url).send().await?;
    client.get(url).send().await?.forbid_recycle();
    client.get(url).send().await?.upgrade().await?;
    Ok(client.head(url).send().await?.status().is_success())
}

pub async fn no_pool(url: &str) -> Result<(), Error> {
    let client = Client::builder().pool_max_idle_per_host(0).build()?;
    client.get(url).send().await?;
    client.get(url).send().await?;
    let client = Client::builder().http2_only().build()?;
    client.get(url).send().await?;
    client.get(url).send().await?;
    Ok(())
}

pub async fn passed_on(client: &Client, from: &str, to: &str) -> Result<Response, Error> {
    let response = client.get(from).send().await?;
    client.post(to).body(response).send().await
}
