use reqwest::{Client, Error, Response};

pub struct Slot {
    current: Option<Response>,
}

impl Slot {
    pub async fn swap(&mut self, client: &Client, url: &str) -> Result<Option<Response>, Error> {
        let response = client.get(url).send().await?;
        Ok(self.current.replace(response))
    }

    pub async fn refill(&mut self, client: &Client, url: &str) -> Result<&mut Response, Error> {
        let response = client.get(url).send().await?;
        Ok(self.current.insert(response))
    }

    pub async fn finish(&mut self) -> Result<(), Error> {
        if let Some(response) = self.current.take() {
            response.bytes().await?;
        }
        Ok(())
    }
}

pub async fn replaced(client: &Client) -> Result<String, Error> {
    let mut current = client.get("http://first").send().await.ok();
    let first = std::mem::replace(&mut current, None);
    match first {
        Some(first) => first.text().await,
        None => Ok(String::new()),
    }
}
