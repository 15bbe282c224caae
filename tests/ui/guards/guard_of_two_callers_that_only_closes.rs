use reqwest::blocking::{Client, Response};

pub struct Closing(Option<Response>);

impl Drop for Closing {
    fn drop(&mut self) { //~ MISS unread_body -- that a caller reads on another path is taken for a read in here //~ FALSE unread_on_exit -- that a caller reads on another path is taken for a read in here
        if let Some(response) = self.0.take() {
            println!("{} is closed", response.url());
        }
    }
}

pub fn looked_at(client: &Client, url: &str) -> reqwest::Result<Option<u16>> {
    let guard = Closing(Some(client.get(url).send()?));
    Ok(guard.0.as_ref().map(|response| response.status().as_u16()))
}

pub fn left_before_the_read(client: &Client, url: &str) -> reqwest::Result<Option<String>> {
    let mut guard = Closing(Some(client.get(url).send()?));
    if guard.0.as_ref().is_some_and(|response| !response.status().is_success()) {
        return Ok(None);
    }
    guard.0.take().map(Response::text).transpose()
}
