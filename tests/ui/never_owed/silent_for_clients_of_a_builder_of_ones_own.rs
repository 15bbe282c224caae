use std::time::Duration;

use reqwest::{Client, Proxy, Request};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware, Result};

pub struct Settings {
    agent: String,
    proxy: Option<Proxy>,
    timeout: Option<Duration>,
}

pub struct Api {
    http: ClientWithMiddleware,
    raw: Client,
}

impl Settings {
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Settings {
        self.timeout = Some(timeout);
        self
    }

    fn client(&self) -> reqwest::Result<Client> {
        let mut builder = Client::builder().user_agent(self.agent.clone());
        if let Some(proxy) = &self.proxy {
            builder = builder.proxy(proxy.clone());
        }
        if let Some(timeout) = self.timeout {
            builder = builder.timeout(timeout);
        }
        builder.build()
    }

    fn api(&self) -> reqwest::Result<Api> {
        let raw = self.client()?;
        Ok(Api { http: ClientBuilder::new(raw.clone()).build(), raw })
    }
}

impl Api {
    fn raw(&self) -> &Client {
        &self.raw
    }
}

pub async fn plain(settings: Settings, url: &str) -> reqwest::Result<bool> {
    let client = settings.timeout(Duration::from_secs(1)).client()?;
    Ok(client.get(url).send().await?.status().is_success())
}

pub async fn with_middleware(settings: &Settings, request: Request) -> Result<bool> {
    let api = settings.api()?;
    Ok(api.http.execute(request).await?.status().is_success())
}

pub async fn through_an_accessor(settings: &Settings, url: &str) -> reqwest::Result<bool> {
    let api = settings.api()?;
    let response = api.raw().get(url).send().await?;
    Ok(response.status().is_success())
}
