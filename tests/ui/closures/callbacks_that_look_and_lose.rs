use futures::{FutureExt, TryFutureExt};
use reqwest::{Client, Error, Response, header};

pub async fn header(client: &Client, url: &str) -> Result<bool, Error> {
    client.get(url).send().await.map(|response| response.headers().contains_key(header::ETAG)) //~ unread_body
}

pub async fn logged(client: &Client, url: &str) -> Result<(), Error> {
    client.get(url).send().map_ok(|response| println!("{}", response.status())).await //~ unread_body
}

pub async fn inspected(client: &Client, url: &str) -> Result<(), Error> {
    client.get(url).send().await.inspect(|response| println!("{}", response.status()))?; //~ unread_body
    Ok(())
}

pub async fn finally(client: &Client, url: &str) {
    let _ = client.get(url).send().inspect(|_| println!("done")).await; //~ unread_body
}

pub async fn no_callback(client: &Client, url: &str) -> Result<(), Error> {
    client.get(url).send().await.map(drop) //~ unread_body
}

pub async fn another_result(client: &Client, url: &str) -> Result<u8, Error> {
    client.get(url).send().await.and(Ok(1)) //~ unread_body
}

pub async fn thrown(client: &Client, url: &str) -> Result<(), String> {
    let sent = client.get(url).send().map_err(|error| error.to_string()); //~ unread_body
    sent.and_then(|response| async move { Err(response.status().to_string()) }).await
}

pub async fn new_shape(client: &Client, url: &str) -> Result<(u16, String), Error> {
    client.get(url).send().await.map(|response| (response.status().as_u16(), response.url().to_string())) //~ unread_body
}

fn is_up(response: Response) -> bool { //~ unread_body
    response.status().is_success()
}

pub async fn named(client: &Client, url: &str) -> Result<bool, Error> {
    client.get(url).send().await.map(is_up)
}
