//@ tests

#[cfg(test)]
mod tests {
    use reqwest::Client;

    async fn ping(client: &Client) {
        client.get("http://localhost").send().await.unwrap(); //~ unread_body
    }

    #[tokio::test]
    async fn is_up() {
        let client = Client::new();
        ping(&client).await;
        ping(&client).await;
    }
}

pub fn idle() {}
