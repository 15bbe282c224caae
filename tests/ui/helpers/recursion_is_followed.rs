use reqwest::{Client, Error, Response};

async fn follow(client: &Client, url: &str, left: u32) -> Result<Response, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    if left > 0 && response.status().is_redirection() {
        return Box::pin(follow(client, url, left - 1)).await;
    }
    Ok(response)
}

pub async fn read(client: &Client, url: &str) -> Result<String, Error> {
    follow(client, url, 3).await?.text().await
}

pub async fn lost(client: &Client, url: &str) -> Result<bool, Error> {
    Ok(follow(client, url, 3).await?.status().is_success()) //~ unread_body
}
