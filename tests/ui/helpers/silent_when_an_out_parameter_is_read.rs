use reqwest::{
    Error,
    blocking::{Client, Response},
};

fn fill(slot: &mut Option<Response>, client: &Client, url: &str) -> Result<(), Error> {
    *slot = Some(client.get(url).send()?);
    Ok(())
}

pub struct Session {
    last: Option<Response>,
}

impl Session {
    fn start(&mut self, client: &Client, url: &str) -> Result<(), Error> {
        self.last = Some(client.get(url).send()?);
        Ok(())
    }

    fn finish(self) -> Result<Option<String>, Error> {
        self.last.map(Response::text).transpose()
    }
}

pub fn filled(client: &Client, url: &str) -> Result<String, Error> {
    let mut slot = None;
    fill(&mut slot, client, url)?;
    match slot {
        Some(response) => response.text(),
        None => Ok(String::new()),
    }
}

pub fn started(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let mut session = Session { last: None };
    session.start(client, url)?;
    session.finish()
}
