use std::time::Duration;

use reqwest::{Client, Error, Method, RequestBuilder};

pub struct Fetch<'a> {
    client: &'a Client,
    method: Method,
    url: String,
    timeout: Option<Duration>,
}

impl<'a> Fetch<'a> {
    pub fn new(client: &'a Client, url: impl Into<String>) -> Self {
        Fetch { client, method: Method::GET, url: url.into(), timeout: None }
    }

    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    fn request(&self) -> RequestBuilder {
        let request = self.client.request(self.method.clone(), &self.url);
        match self.timeout {
            Some(timeout) => request.timeout(timeout),
            None => request,
        }
    }

    pub async fn text(self) -> Result<String, Error> {
        self.request().send().await?.text().await
    }

    pub async fn run(self) -> Result<(), Error> {
        let response = self.request().send().await?;
        let status = response.error_for_status_ref().map(|_| ());
        response.bytes().await?;
        status
    }
}

pub async fn text(client: &Client) -> Result<String, Error> {
    Fetch::new(client, "http://text").timeout(Duration::from_secs(1)).text().await
}

pub async fn result_is_ignored(client: &Client) {
    let _ = Fetch::new(client, "http://run").run().await;
}
