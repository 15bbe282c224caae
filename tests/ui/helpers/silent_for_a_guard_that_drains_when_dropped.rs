use reqwest::blocking::{Client, Response};

pub struct Draining(Option<Response>);

impl Draining {
    pub fn status(&self) -> Option<u16> {
        self.0.as_ref().map(|response| response.status().as_u16())
    }
}

impl Drop for Draining {
    fn drop(&mut self) {
        if let Some(response) = self.0.take() {
            let _ = response.bytes();
        }
    }
}

pub fn fetch(client: &Client, url: &str) -> reqwest::Result<Option<u16>> {
    let response = Draining(Some(client.get(url).send()?));
    Ok(response.status())
}
