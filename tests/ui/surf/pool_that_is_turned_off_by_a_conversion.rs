//@ dependency: surf = '2'
use surf::{Client, Config, Result};

pub async fn not_kept_alive(url: &str) -> Result<bool> {
    let client: Client = Config::new().set_http_keep_alive(false).try_into()?;
    client.get(url).await?; //~ FALSE unread_body -- `try_into` is not followed
    Ok(client.get(url).await?.status().is_success()) //~ FALSE unread_body -- `try_into` is not followed
}
