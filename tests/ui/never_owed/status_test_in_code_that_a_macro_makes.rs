//@ dependency: acme-archive = '1'
use acme_archive::Archive;
use reqwest::{Client, Error, Response, StatusCode};

#[derive(Archive)]
pub struct Policy {
    age: u64,
}

pub enum After {
    Same,
    Modified,
}

impl ArchivedPolicy {
    fn after(&self, response: &Response) -> After {
        if self.age == 0 || response.status() != StatusCode::NOT_MODIFIED { After::Modified } else { After::Same }
    }
}

pub struct Cached {
    policy: acme_archive::Owned<Policy>,
}

pub async fn refreshed(client: &Client, url: &str, cached: &Cached) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ FALSE unread_on_exit -- the type that a derive makes is not known, and so not what its methods test
    match cached.policy.after(&response) {
        After::Same => Ok(None),
        After::Modified => response.text().await.map(Some),
    }
}
