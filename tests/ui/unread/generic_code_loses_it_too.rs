use reqwest::{Client, Error, IntoUrl};

pub async fn ping<U: IntoUrl>(client: &Client, url: U) -> Result<bool, Error> {
    let response = client.get(url).send().await?; //~ unread_body
    Ok(response.status().is_success())
}

pub struct Poller<F> {
    pub client: Client,
    pub on_status: F,
}

impl<F: Fn(u16)> Poller<F> {
    pub async fn poll(&self, url: &str) -> Result<(), Error> {
        let response = self.client.get(url).send().await?; //~ unread_body
        (self.on_status)(response.status().as_u16());
        Ok(())
    }
}
