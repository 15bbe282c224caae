use reqwest::{Client, Error, blocking};

pub async fn bare_statement(client: Option<&Client>, url: &str) -> Result<(), Error> {
    if let Some(client) = client {
        client.get(url).send().await?; //~ unread_body
    }
    Ok(())
}

pub fn mapped(client: Option<&blocking::Client>, url: &str) {
    client.map(|client| client.get(url).send()); //~ unread_body
}

pub async fn only_asked(client: Option<Client>, url: &str) -> Option<bool> {
    Some(client?.get(url).send().await.ok()?.status().is_success()) //~ unread_body
}
