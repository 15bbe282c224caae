use std::{rc::Rc, sync::Arc};

use reqwest::{Client, Error};

pub async fn unwrapped(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = Arc::new(client.get(url).send().await?);
    match Arc::into_inner(response) {
        Some(response) => response.text().await.map(Some),
        None => Ok(None),
    }
}

pub async fn cloned_and_unwrapped(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = Rc::new(client.get(url).send().await?);
    let other = Rc::clone(&response);
    println!("{}", other.status());
    drop(other);
    match Rc::into_inner(response) {
        Some(response) => response.text().await.map(Some),
        None => Ok(None),
    }
}
