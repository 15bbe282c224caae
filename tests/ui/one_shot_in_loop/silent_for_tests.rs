use reqwest::Error;

pub async fn fetch(url: &str) -> Result<String, Error> {
    reqwest::get(url).await?.text().await
}

#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn all_are_there() {
        for url in ["http://localhost/a", "http://localhost/b"] {
            super::fetch(url).await.unwrap();
        }
    }
}
