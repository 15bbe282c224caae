use reqwest::blocking::{Client, Response};

fn finish(response: Response) { //~ unread_body
    println!("{} is done", response.url());
}

pub struct Finishing(Option<Response>);

impl Drop for Finishing {
    fn drop(&mut self) {
        if let Some(response) = self.0.take() {
            finish(response);
        }
    }
}

pub fn fetch(client: &Client, url: &str) -> reqwest::Result<Option<u16>> {
    let guard = Finishing(Some(client.get(url).send()?));
    Ok(guard.0.as_ref().map(|response| response.status().as_u16()))
}
