use reqwest::{Client, Error};

async fn get_text(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().await?.text().await
}

pub async fn discarded(client: &Client, url: &str) {
    let _ = get_text(client, url).await;
}

pub async fn looked_at(client: &Client, url: &str) -> bool {
    get_text(client, url).await.is_ok()
}
