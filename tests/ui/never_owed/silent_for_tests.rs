use reqwest::Client;

#[cfg(test)]
mod tests {
    use super::Client;

    async fn ping(client: &Client) {
        client.get("http://localhost").send().await.unwrap();
    }

    #[tokio::test]
    async fn is_up() {
        ping(&Client::new()).await;
    }
}

#[test]
fn blocking() {
    let client = reqwest::blocking::Client::new();
    client.get("http://localhost").send().unwrap();
    assert!(client.get("http://localhost").send().is_ok());
}

#[cfg(target_arch = "wasm32")]
pub async fn in_the_browser(client: &Client) -> bool {
    client.get("/").send().await.is_ok()
}
