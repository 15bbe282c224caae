use reqwest::{Client, Error};

/// undrained: documentation that begins like this says nothing to the lint, as does `undrained::drain`.
pub async fn pong(client: &Client) -> Result<u16, Error> {
    // undrained::drain would do.
    Ok(client.get("http://localhost/pong").send().await?.status().as_u16()) //~ unread_body
}
