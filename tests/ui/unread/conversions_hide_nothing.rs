use std::{borrow::Borrow, convert::identity, rc::Rc};

use reqwest::{Client, Error, Response, StatusCode};

pub async fn identical(client: &Client, url: &str) -> Result<StatusCode, Error> {
    Ok(identity(client.get(url).send().await?).status()) //~ unread_body
}

pub async fn into_itself(client: &Client, url: &str) -> Result<StatusCode, Error> {
    let response: Response = client.get(url).send().await?.into(); //~ unread_body
    Ok(response.status())
}

pub async fn from_itself(client: &Client, url: &str) -> Result<StatusCode, Error> {
    Ok(Response::from(client.get(url).send().await?).status()) //~ unread_body
}

pub async fn wrapped_and_unwrapped(client: &Client, url: &str) -> Result<Option<StatusCode>, Error> {
    let wrapped = Some(Ok::<_, Error>(client.get(url).send().await?)); //~ unread_body
    Ok(wrapped.transpose()?.map(|response| response.status()))
}

pub async fn borrowed(client: &Client, url: &str) -> Result<StatusCode, Error> {
    let response = Rc::new(client.get(url).send().await?); //~ MISS unread_body -- the trait Borrow is not described
    let borrowed: &Response = response.borrow();
    Ok(borrowed.status())
}

pub async fn as_any(client: &Client, url: &str) -> Result<bool, Error> {
    let response: Box<dyn std::any::Any> = Box::new(client.get(url).send().await?); //~ MISS unread_body -- what is done to a trait object of a trait that is not described is not seen
    Ok(response.is::<Response>())
}

pub async fn from_itself_and_read(client: &Client, url: &str) -> Result<String, Error> {
    Response::from(client.get(url).send().await?).text().await
}
