use reqwest::{Client, Error, blocking};

pub struct Api {
    client: Option<Client>,
}

impl Api {
    pub async fn question_mark(&self, url: &str) -> Option<String> {
        self.client.as_ref()?.get(url).send().await.ok()?.text().await.ok()
    }

    pub async fn if_let(&self, url: &str) -> Result<String, Error> {
        if let Some(client) = &self.client {
            return client.get(url).send().await?.text().await;
        }
        Ok(String::new())
    }

    pub async fn or_a_new_one(&mut self, url: &str) -> Result<String, Error> {
        let client = self.client.get_or_insert_with(Client::new);
        client.get(url).send().await?.text().await
    }
}

pub fn mapped(client: Option<&blocking::Client>, url: &str) -> Option<String> {
    client.and_then(|client| client.get(url).send().ok()).and_then(|response| response.text().ok())
}
