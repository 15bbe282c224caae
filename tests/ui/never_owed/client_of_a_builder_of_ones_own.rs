use reqwest::{Client, Error};

pub struct Settings {
    agent: String,
    trusts_all: bool,
}

impl Settings {
    fn client(&self) -> Result<Client, Error> {
        Client::builder().user_agent(self.agent.clone()).tls_danger_accept_invalid_certs(self.trusts_all).build()
    }
}

pub async fn once(settings: &Settings, url: &str) -> Result<bool, Error> {
    let client = settings.client()?;
    Ok(client.get(url).send().await?.status().is_success()) //~ FALSE unread_body -- a client that a function of one's own makes is taken for one with a pool to lose
}
