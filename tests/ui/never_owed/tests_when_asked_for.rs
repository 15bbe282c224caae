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
        let response = client.get("http://localhost").send().await.unwrap(); //~ unread_body
        assert_eq!(response.status(), 200);
    }
}
