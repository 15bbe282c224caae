pub mod net {
    pub use web::{Client, Result};
    pub type Reply = web::Response;
}

use net::*;

pub async fn lost(client: &Client, url: &str) -> Result<bool> {
    let reply: Reply = client.get(url).send().await?; //~ unread_body
    Ok(reply.status().is_success())
}

pub async fn read(client: &web::Client, url: &str) -> Result<String> {
    client.get(url).send().await?.text().await
}
