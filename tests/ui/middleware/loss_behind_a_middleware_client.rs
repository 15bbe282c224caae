use reqwest::{Request, Response};
use reqwest_middleware::{ClientWithMiddleware, Middleware, Next, Result};

pub async fn lost(client: &ClientWithMiddleware, url: &str) -> Result<bool> {
    Ok(client.get(url).send().await?.status().is_success()) //~ unread_body
}

pub async fn read(client: &ClientWithMiddleware, url: &str) -> Result<String> {
    Ok(client.get(url).send().await?.text().await?)
}

pub struct Logging;

#[async_trait::async_trait]
impl Middleware for Logging {
    async fn handle(&self, request: Request, extensions: &mut http::Extensions, next: Next<'_>) -> Result<Response> {
        let response = next.run(request, extensions).await?;
        println!("{}", response.status());
        Ok(response)
    }
}

pub struct RetryOnce;

#[async_trait::async_trait]
impl Middleware for RetryOnce {
    async fn handle(&self, request: Request, extensions: &mut http::Extensions, next: Next<'_>) -> Result<Response> {
        let Some(again) = request.try_clone() else { return next.run(request, extensions).await };
        let response = next.clone().run(request, extensions).await?; //~ unread_on_exit
        if response.status().is_server_error() {
            return next.run(again, extensions).await;
        }
        Ok(response)
    }
}
