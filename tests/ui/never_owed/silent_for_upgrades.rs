use hyper::{Request, body::Incoming};
use hyper_util::client::legacy::{Client, connect::HttpConnector};
use http_body_util::Empty;

pub async fn reqwest_upgrade(client: &reqwest::Client, url: &str) -> reqwest::Result<reqwest::Upgraded> {
    let response = client.get(url).header("upgrade", "websocket").send().await?;
    response.upgrade().await
}

pub async fn hyper_upgrade(
    client: &Client<HttpConnector, Empty<bytes::Bytes>>,
    request: Request<Empty<bytes::Bytes>>,
) -> Result<hyper::upgrade::Upgraded, Box<dyn std::error::Error>> {
    let response: hyper::Response<Incoming> = client.request(request).await?;
    Ok(hyper::upgrade::on(response).await?)
}

pub async fn checked(client: &reqwest::Client, url: &str) -> anyhow::Result<bool> {
    let response = client.get(url).header("upgrade", "echo").send().await?;
    if response.status() != reqwest::StatusCode::SWITCHING_PROTOCOLS {
        println!("{}", response.text().await?);
        return Ok(false);
    }
    Ok(true)
}
