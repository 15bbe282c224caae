use reqwest::blocking::{Client, Response};

pub struct Reply {
    pub status: u16,
    response: Option<Response>,
}

impl Reply {
    pub fn new(response: Response) -> Reply {
        Reply { status: response.status().as_u16(), response: Some(response) }
    }

    pub fn text(mut self) -> reqwest::Result<String> {
        match self.response.take() {
            Some(response) => response.text(),
            None => Ok(String::new()),
        }
    }
}

impl Drop for Reply {
    fn drop(&mut self) {
        self.response.take().map(Response::bytes);
    }
}

pub fn read_when_dropped(client: &Client, url: &str) -> reqwest::Result<u16> {
    Ok(Reply::new(client.get(url).send()?).status)
}

pub fn read_at_once(client: &Client, url: &str) -> reqwest::Result<String> {
    Reply::new(client.get(url).send()?).text()
}
