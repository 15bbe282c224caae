//@ dependency: surf = '2'
use surf::{
    Client, Request, RequestBuilder, Response, Result,
    middleware::{Middleware, Next},
};

pub async fn returned(url: &str) -> Result<Response> {
    surf::get(url).await
}

pub fn not_awaited_here(url: &str) -> RequestBuilder {
    surf::get(url)
}

pub async fn sent_on(from: &str, to: &str) -> Result<String> {
    let mut response = surf::get(from).await?;
    surf::post(to).body(response.take_body()).recv_string().await
}

pub struct Log;

#[async_trait::async_trait]
impl Middleware for Log {
    async fn handle(&self, request: Request, client: Client, next: Next<'_>) -> Result<Response> {
        let response = next.run(request, client).await?;
        log::info!("{}", response.status());
        Ok(response)
    }
}
