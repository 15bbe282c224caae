use std::{
    cell::{Cell, RefCell},
    sync::{Mutex, OnceLock},
};

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

pub async fn outcome(client: &Client, url: &str) -> Result<String, Error> {
    match ask(client, url).await {
        Outcome::Done(response) => response.text().await,
        Outcome::Failed { error } => Err(error),
    }
}

pub async fn nested(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let nested = Some((7, Box::new((client.get(url).send().await?, "name"))));
    let Some((_, boxed)) = nested else { return Ok(None) };
    let (response, name) = *boxed;
    println!("{name}");
    response.text().await.map(Some)
}

pub async fn in_a_cell(client: &Client, url: &str) -> Result<String, Error> {
    let cell = Cell::new(Some(client.get(url).send().await?));
    match cell.take() {
        Some(response) => response.text().await,
        None => Ok(String::new()),
    }
}

pub fn in_a_ref_cell(client: &reqwest::blocking::Client, url: &str) -> Result<u64, Error> {
    let cell = RefCell::new(client.get(url).send()?);
    cell.borrow_mut().copy_to(&mut std::io::sink())
}

pub fn in_a_mutex(client: &reqwest::blocking::Client, url: &str) -> Result<String, Error> {
    let mutex = Mutex::new(client.get(url).send()?);
    mutex.into_inner().unwrap().text()
}

pub fn in_a_lock(client: &reqwest::blocking::Client, url: &str) -> Option<String> {
    let lock = OnceLock::new();
    lock.set(client.get(url).send().ok()?).ok()?;
    lock.into_inner()?.text().ok()
}
