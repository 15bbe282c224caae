//@ dependency: tower = { version = '0.5', features = ['util'] }
use reqwest::{Client, Request, Result, StatusCode};
use tower::ServiceExt;

pub async fn status(client: &Client, request: Request) -> Result<StatusCode> {
    let response = client.clone().oneshot(request).await?; //~ unread_body
    Ok(response.status())
}
