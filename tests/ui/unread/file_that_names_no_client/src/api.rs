pub struct Api {
    client: reqwest::Client,
}

impl Api {
    pub async fn fetch(&self, path: &str) -> reqwest::Result<reqwest::Response> {
        self.client.get(path).send().await
    }
}
