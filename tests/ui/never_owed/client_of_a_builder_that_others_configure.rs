//@ dependency: acme-tls = '1'
use std::sync::OnceLock;

use reqwest::{Client, Error};

fn client() -> Result<Client, Error> {
    acme_tls::configure(Client::builder().user_agent("ping")).build()
}

pub async fn once(url: &str) -> Result<bool, Error> {
    let client = client()?;
    Ok(client.get(url).send().await?.status().is_success()) //~ FALSE unread_body -- what comes out of a builder that was elsewhere is taken for a client that is shared
}

#[derive(Default)]
pub struct Lazy {
    client: OnceLock<Client>,
}

pub async fn shared(lazy: &Lazy, url: &str) -> Result<bool, Error> {
    let client = lazy.client.get_or_init(Client::new);
    Ok(client.get(url).send().await?.status().is_success()) //~ unread_body
}
