use std::convert::identity;

use reqwest::{Client, Error, Response};

pub async fn identical(client: &Client, url: &str) -> Result<String, Error> {
    identity(client.get(url).send().await?).text().await
}

pub async fn into_itself(client: &Client, url: &str) -> Result<String, Error> {
    let response: Response = client.get(url).send().await?.into();
    response.text().await
}

pub async fn wrapped_and_unwrapped(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let wrapped = Some(Ok::<_, Error>(client.get(url).send().await?));
    match wrapped.transpose()? {
        Some(response) => response.text().await.map(Some),
        None => Ok(None),
    }
}

pub async fn as_any(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response: Box<dyn std::any::Any> = Box::new(client.get(url).send().await?);
    match response.downcast::<Response>() {
        Ok(response) => response.text().await.map(Some),
        Err(_) => Ok(None),
    }
}
