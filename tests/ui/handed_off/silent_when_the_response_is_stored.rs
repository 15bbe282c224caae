use std::{
    collections::HashMap,
    sync::{Mutex, OnceLock},
};

use reqwest::{Client, Error, Response};

static LAST: OnceLock<Mutex<Option<Response>>> = OnceLock::new();

#[derive(Default)]
pub struct Cache {
    last: Option<Response>,
    by_url: HashMap<String, Response>,
    all: Vec<Response>,
}

impl Cache {
    pub async fn keep(&mut self, client: &Client, url: &str) -> Result<(), Error> {
        self.last = Some(client.get(url).send().await?);
        Ok(())
    }

    pub async fn insert(&mut self, client: &Client, url: &str) -> Result<(), Error> {
        let response = client.get(url).send().await?;
        self.by_url.insert(url.to_owned(), response);
        Ok(())
    }

    pub async fn push(&mut self, client: &Client, url: &str) -> Result<(), Error> {
        let response = client.get(url).send().await?;
        if response.status().is_success() {
            self.all.push(response);
        } else {
            self.all.extend([response]);
        }
        Ok(())
    }
}

pub async fn shared(client: &Client, slot: &Mutex<Option<Response>>) -> Result<(), Error> {
    let response = client.get("http://slot").send().await?;
    *slot.lock().unwrap() = Some(response);
    Ok(())
}

pub async fn global(client: &Client) -> Result<(), Error> {
    let response = client.get("http://last").send().await?;
    LAST.get_or_init(Mutex::default).lock().unwrap().replace(response);
    Ok(())
}

pub async fn given_slot(client: &Client, slot: &mut Option<Response>) -> Result<(), Error> {
    *slot = Some(client.get("http://slot").send().await?);
    Ok(())
}
