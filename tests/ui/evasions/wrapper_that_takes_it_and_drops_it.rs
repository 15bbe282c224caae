use reqwest::blocking::{Client, Response};

pub struct Reply {
    status: u16,
    response: Option<Response>,
}

impl Reply {
    pub fn new(response: Response) -> Reply {
        Reply { status: response.status().as_u16(), response: Some(response) }
    }

    pub fn of_a_success(response: Response) -> Reply { //~ unread_on_exit
        let status = response.status();
        Reply { status: status.as_u16(), response: status.is_success().then_some(response) }
    }

    pub fn text(self) -> reqwest::Result<Option<String>> {
        self.response.map(Response::text).transpose()
    }
}

pub fn looked_at(client: &Client, url: &str) -> reqwest::Result<u16> {
    Ok(Reply::new(client.get(url).send()?).status) //~ unread_body
}

pub fn read_if_it_is_there(client: &Client, url: &str) -> reqwest::Result<Option<String>> {
    Reply::of_a_success(client.get(url).send()?).text()
}
