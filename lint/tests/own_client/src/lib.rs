use acme_http::{Client, Error};
use http::StatusCode;

pub async fn order(client: &Client, id: &str) -> Result<Option<String>, Error> {
    let reply = client.get(id).trace("orders").send().await?;
    if reply.status() == StatusCode::NOT_FOUND {
        return Ok(None);
    }
    Ok(Some(reply.text().await?))
}

pub async fn exists(client: &Client, id: &str) -> Result<bool, Error> {
    Ok(client.head(id).send().await?.status().is_success())
}
