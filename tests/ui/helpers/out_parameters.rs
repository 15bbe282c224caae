use reqwest::{
    Error,
    blocking::{Client, Response},
};

fn fill(slot: &mut Option<Response>, client: &Client, url: &str) -> Result<(), Error> {
    *slot = Some(client.get(url).send()?);
    Ok(())
}

fn put(slot: &mut Option<Response>, response: Response) {
    *slot = Some(response);
}

#[derive(Debug)]
pub struct Session {
    last: Option<Response>,
}

impl Session {
    fn start(&mut self, client: &Client, url: &str) -> Result<(), Error> {
        self.last = Some(client.get(url).send()?);
        Ok(())
    }
}

pub fn filled(client: &Client, url: &str) -> Result<bool, Error> {
    let mut slot = None;
    fill(&mut slot, client, url)?; //~ MISS unread_body -- a function that gives a body through a reference makes its callers not hot
    Ok(slot.is_some())
}

pub fn started(client: &Client, url: &str) -> Result<bool, Error> {
    let mut session = Session { last: None };
    session.start(client, url)?; //~ MISS unread_body -- a function that gives a body through a reference makes its callers not hot
    Ok(session.last.is_some())
}

pub fn put_there(client: &Client, url: &str) -> Result<bool, Error> {
    let mut slot = None;
    put(&mut slot, client.get(url).send()?); //~ unread_body
    Ok(slot.is_some())
}
