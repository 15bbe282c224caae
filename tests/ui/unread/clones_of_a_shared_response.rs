use std::{rc::Rc, sync::Arc};

use reqwest::{Client, Error, StatusCode};

pub async fn cloned(client: &Client, url: &str) -> Result<StatusCode, Error> {
    let response = Arc::new(client.get(url).send().await?); //~ MISS unread_body -- owners that are cloned are not counted
    let other = response.clone();
    Ok(other.status())
}

pub async fn cloned_by_path(client: &Client, url: &str) -> Result<StatusCode, Error> {
    let response = Rc::new(client.get(url).send().await?); //~ MISS unread_body -- owners that are cloned are not counted
    let other = Rc::clone(&response);
    drop(response);
    Ok(other.status())
}

pub async fn one_owner(client: &Client, url: &str) -> Result<Option<StatusCode>, Error> {
    let response = Arc::new(client.get(url).send().await?); //~ unread_on_exit
    Ok(Arc::into_inner(response).map(|response| response.status()))
}

pub async fn read_by_its_only_owner(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = Arc::new(client.get(url).send().await?);
    match Arc::try_unwrap(response) {
        Ok(response) => response.text().await.map(Some),
        Err(_) => Ok(None),
    }
}
