use reqwest::{Client, Error, Response};

#[derive(Clone, Debug)]
pub struct Inner {
    http: Client,
    base: String,
}

impl Inner {
    async fn fetch(&self, path: &str) -> Result<Response, Error> {
        self.http.get(self.base.clone() + path).send().await
    }
}

pub struct Api {
    inner: Inner,
}

impl Api {
    pub async fn ping(&self) -> Result<bool, Error> {
        let client = self.inner.clone();
        Ok(client.fetch("/ping").await?.status().is_success()) //~ unread_body
    }

    pub async fn name(&self) -> Result<String, Error> {
        let client = self.inner.clone();
        client.fetch("/name").await?.text().await
    }

    pub fn ping_later(&self) {
        let client = self.inner.clone();
        tokio::spawn(async move { client.fetch("/ping").await }); //~ unread_body
    }
}
