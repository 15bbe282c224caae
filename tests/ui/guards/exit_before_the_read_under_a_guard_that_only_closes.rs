use reqwest::blocking::{Client, Response};

pub struct Closing(Option<Response>);

impl Drop for Closing {
    fn drop(&mut self) {
        if let Some(response) = self.0.take() {
            println!("{} is closed", response.url());
        }
    }
}

pub fn fetch(client: &Client, url: &str) -> reqwest::Result<Option<String>> {
    let mut guard = Closing(Some(client.get(url).send()?)); //~ unread_on_exit
    if guard.0.as_ref().is_some_and(|response| !response.status().is_success()) {
        return Ok(None);
    }
    guard.0.take().map(Response::text).transpose()
}
