use reqwest::{Client, Result};

pub async fn discarded(client: &Client) -> Result<()> {
    net::buffered(client, "http://buffered").await?;
    Ok(())
}

pub async fn discarded_unread(client: &Client) -> Result<()> {
    net::fresh(client, "http://fresh").await?; //~ unread_body
    Ok(())
}

pub async fn read(client: &Client) -> Result<String> {
    let response = if let Ok(response) = net::fresh(client, "http://fresh").await {
        response
    } else {
        net::buffered(client, "http://buffered").await?
    };
    response.text().await
}
