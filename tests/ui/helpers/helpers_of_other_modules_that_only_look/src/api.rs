use reqwest::{Client, Result};

use crate::inline::{is_up, status as status_of};

pub async fn looked_at(client: &Client) -> Result<bool> {
    Ok(is_up(&client.get("http://up").send().await?)) //~ unread_body
}

pub async fn given(client: &Client) -> Result<u16> {
    Ok(status_of(client.get("http://status").send().await?))
}
