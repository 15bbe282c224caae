use std::{cell::RefCell, collections::VecDeque};

use reqwest::blocking::{Client, Response};

#[derive(Default)]
pub struct Owner {
    last: Option<Response>,
    queue: RefCell<VecDeque<Response>>,
}

impl Owner {
    pub fn keep(&mut self, response: Response) -> Option<Response> {
        self.last.replace(response)
    }

    pub fn queue(&self, response: Response) {
        self.queue.borrow_mut().push_back(response);
    }
}

pub fn queued(client: &Client, owner: &Owner, url: &str) -> reqwest::Result<()> {
    owner.queue(client.get(url).send()?);
    Ok(())
}

pub fn exchanged(client: &Client, owner: &mut Owner, url: &str) -> reqwest::Result<Option<String>> {
    let before = owner.keep(client.get(url).send()?);
    before.map(Response::text).transpose()
}

pub fn kept_by_a_local_owner(client: &Client, url: &str) -> reqwest::Result<Owner> {
    let mut owner = Owner::default();
    drop(owner.keep(client.get(url).send()?));
    Ok(owner)
}
