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
    pub async fn name(&self) -> Result<String, Error> {
        let client = self.inner.clone();
        client.fetch("/name").await?.text().await
    }

    pub fn name_later(&self) -> impl Future<Output = Result<String, Error>> + use<> {
        let client = self.inner.clone();
        async move {
            let response = client.fetch("/name").await?;
            println!("{}", response.status());
            response.text().await
        }
    }
}
