use std::sync::Arc;

use async_trait::async_trait;
use reqwest::{Client, Error, Response};

#[async_trait]
pub trait Transport: Send + Sync {
    async fn fetch(&self, url: &str) -> Result<Response, Error>;
}

#[async_trait]
impl Transport for Client {
    async fn fetch(&self, url: &str) -> Result<Response, Error> {
        self.get(url).send().await
    }
}

pub struct Service {
    transport: Arc<dyn Transport>,
}

impl Service {
    pub async fn lost(&self, url: &str) -> Result<bool, Error> {
        Ok(self.transport.fetch(url).await?.status().is_success()) //~ unread_body
    }

    pub async fn read(&self, url: &str) -> Result<String, Error> {
        self.transport.fetch(url).await?.text().await
    }
}

pub async fn lost<T: Transport>(transport: &T, url: &str) -> Result<(), Error> {
    transport.fetch(url).await?; //~ unread_body
    Ok(())
}

pub async fn read(transport: Box<dyn Transport>, url: &str) -> Result<String, Error> {
    transport.fetch(url).await?.text().await
}
