use futures::TryFutureExt;
use reqwest::{Client, Error, Response, StatusCode};

fn status_of(response: &Response) -> StatusCode {
    response.status()
}

pub async fn mapped(client: &Client, url: &str) -> Result<StatusCode, Error> {
    client.get(url).send().await.map(|response| response.status()) //~ unread_body
}

pub async fn mapped_future(client: &Client, url: &str) -> Result<bool, Error> {
    client.get(url).send().map_ok(|response| response.status().is_success()).await //~ unread_body
}

pub async fn new_shape(client: &Client, url: &str) -> Option<(u16, Option<u64>)> {
    let sent = client.get(url).send().await; //~ unread_body
    sent.ok().map(|response| (response.status().as_u16(), response.content_length()))
}

pub async fn named(client: &Client, url: &str) -> Result<StatusCode, Error> {
    client.get(url).send().await.as_ref().map(status_of).map_err(|_| unreachable!()) //~ unread_body
}

pub async fn only_the_error(client: &Client, url: &str) -> Result<(), String> {
    client.get(url).send().await.map_err(|error| error.to_string())?; //~ unread_body
    Ok(())
}

pub async fn only_inspected(client: &Client, url: &str) -> bool {
    client.get(url).send().inspect_err(|error| println!("{error}")).await.is_ok() //~ unread_body
}

pub async fn swallowed(client: &Client, url: &str) {
    client.get(url).send().await.ok(); //~ unread_body
}

pub async fn rejected(client: &Client, url: &str) -> Result<(), String> {
    let sent = client.get(url).send().await; //~ unread_body
    sent.map_err(|error| error.to_string()).and_then(|response| Err(response.status().to_string()))
}

pub async fn filtered(client: &Client, url: &str) -> Option<String> {
    let sent = client.get(url).send().await.ok(); //~ unread_on_exit
    sent.filter(|response| response.status().is_success())?.text().await.ok()
}
