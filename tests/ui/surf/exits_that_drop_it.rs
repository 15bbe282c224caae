//@ dependency: surf = '2'
use surf::{
    Client, Request, Response, Result, StatusCode,
    middleware::{Middleware, Next},
};

pub async fn guard_on_the_status(url: &str) -> Result<Option<String>> {
    let mut response = surf::get(url).await?; //~ unread_on_exit
    if response.status() == StatusCode::NotFound {
        return Ok(None);
    }
    Ok(Some(response.body_string().await?))
}

pub async fn arm(url: &str) -> Result<Option<Vec<u8>>> {
    let mut response = surf::get(url).await?; //~ unread_on_exit
    match response.status() {
        StatusCode::Ok => Ok(Some(response.body_bytes().await?)),
        StatusCode::NoContent => Ok(None),
        _ => Err(surf::Error::from_str(response.status(), "no")),
    }
}

pub async fn taken_and_lost(url: &str) -> Result<bool> {
    let mut response = surf::get(url).await?; //~ unread_body
    let body = response.take_body();
    Ok(body.len().is_some())
}

pub async fn replaced(url: &str) -> Result<Response> {
    let mut response = surf::get(url).await?; //~ unread_body
    response.set_body("nothing");
    Ok(response)
}

pub struct Retry;

#[async_trait::async_trait]
impl Middleware for Retry {
    async fn handle(&self, request: Request, client: Client, next: Next<'_>) -> Result<Response> {
        let response = next.run(request.clone(), client.clone()).await?; //~ unread_on_exit
        if response.status().is_server_error() {
            return next.run(request, client).await;
        }
        Ok(response)
    }
}
