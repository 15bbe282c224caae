use reqwest::blocking::{Client, Response};

pub struct Closing(Option<Response>);

impl Drop for Closing {
    fn drop(&mut self) {
        if let Some(response) = self.0.take() {
            println!("{} is closed", response.url());
        }
    }
}

pub fn looked_at(client: &Client, url: &str) -> reqwest::Result<Option<u16>> {
    let guard = Closing(Some(client.get(url).send()?)); //~ unread_body
    Ok(guard.0.as_ref().map(|response| response.status().as_u16()))
}

pub struct Plain(Response);

impl Drop for Plain {
    fn drop(&mut self) {
        println!("{}", self.0.status());
    }
}

pub fn without_an_option(client: &Client, url: &str) -> reqwest::Result<u16> {
    let guard = Plain(client.get(url).send()?); //~ unread_body
    Ok(guard.0.status().as_u16())
}
