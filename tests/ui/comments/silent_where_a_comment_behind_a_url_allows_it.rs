use reqwest::{Client, Error};

pub async fn ping(client: &Client) -> Result<(), Error> {
    client.get("http://localhost/ping").send().await?; // undrained: allow(unread_body) -- once a day
    Ok(())
}
