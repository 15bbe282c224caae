//@ dependency: surf = '2'
use surf::{Client, Config, Result, StatusCode};

pub async fn head(client: &Client, url: &str) -> Result<bool> {
    surf::head(url).await?;
    client.send(surf::head(url)).await?;
    client.send(surf::head(url).build()).await?;
    Ok(client.head(url).await?.status().is_success())
}

pub async fn made_for_one_request(url: &str) -> Result<bool> {
    Ok(Client::new().get(url).await?.status().is_success())
}

pub async fn not_kept_alive(url: &str) -> Result<bool> {
    let client = Client::try_from(Config::new().set_http_keep_alive(false))?;
    client.get(url).await?;
    Ok(client.get(url).await?.status().is_success())
}

pub async fn no_content(url: &str) -> Result<Option<Vec<u8>>> {
    let mut response = surf::get(url).await?;
    if response.status() == StatusCode::NoContent || response.len() == Some(0) {
        return Ok(None);
    }
    Ok(Some(response.body_bytes().await?))
}

pub fn by_hand() -> StatusCode {
    surf::Response::from(surf::http::Response::new(200)).status()
}
