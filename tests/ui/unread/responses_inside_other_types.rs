use std::{cell::Cell, sync::Mutex};

use reqwest::{Client, Error, Response};

pub enum Outcome<T> {
    Done(T),
    Failed { error: Error },
}

async fn ask(client: &Client, url: &str) -> Outcome<Box<Response>> {
    match client.get(url).send().await {
        Ok(response) => Outcome::Done(Box::new(response)),
        Err(error) => Outcome::Failed { error },
    }
}

pub async fn outcome(client: &Client, url: &str) -> Result<bool, Error> {
    match ask(client, url).await { //~ unread_body
        Outcome::Done(response) => Ok(response.status().is_success()),
        Outcome::Failed { error } => Err(error),
    }
}

pub async fn nested(client: &Client, url: &str) -> Result<Option<u64>, Error> {
    let nested = Some((7, Box::new((client.get(url).send().await?, "name")))); //~ unread_body
    Ok(nested.and_then(|(_, boxed)| boxed.0.content_length()))
}

pub async fn in_a_cell(client: &Client, url: &str) -> Result<(), Error> {
    let cell = Cell::new(Some(client.get(url).send().await?)); //~ unread_body
    cell.set(None);
    Ok(())
}

pub fn in_a_mutex(client: &reqwest::blocking::Client, url: &str) -> Result<bool, Error> {
    let mutex = Mutex::new(client.get(url).send()?); //~ unread_body
    Ok(mutex.lock().unwrap().status().is_success())
}
