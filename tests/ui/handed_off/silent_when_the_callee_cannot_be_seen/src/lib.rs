use acme_http::ResponseExt;
use reqwest::{Client, Error};

pub async fn function(client: &Client, url: &str) -> Result<acme_http::Page, Error> {
    let response = client.get(url).send().await?;
    Ok(acme_http::Page::from_response(response).await)
}

pub async fn method(client: &Client, url: &str) -> Result<(), Error> {
    client.get(url).send().await?.discard().await;
    Ok(())
}

pub async fn by_reference(client: &Client, url: &str) -> Result<u16, Error> {
    let mut response = client.get(url).send().await?;
    acme_http::drain(&mut response).await;
    Ok(response.status().as_u16())
}

pub async fn callback(client: &Client, url: &str, done: &dyn Fn(reqwest::Response)) -> Result<(), Error> {
    done(client.get(url).send().await?);
    Ok(())
}

pub async fn result(client: &Client, url: &str) -> acme_http::Outcome {
    acme_http::classify(client.get(url).send().await)
}

pub async fn unknown_client(client: &acme_http::Client, url: &str) -> Result<(), acme_http::Error> {
    client.get(url).send().await?;
    Ok(())
}
