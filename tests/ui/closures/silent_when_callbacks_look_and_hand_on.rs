use futures::{FutureExt, TryFutureExt};
use reqwest::{Client, Error, Response};

fn log(response: &Response) {
    println!("{}", response.status());
}

fn checked(response: Response) -> Result<Response, Error> {
    println!("{}", response.url());
    Ok(response)
}

pub async fn inspected(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().await.inspect(log)?.text().await
}

pub async fn inspected_as_a_future(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().inspect_ok(log).inspect_err(|error| println!("{error}")).await?.text().await
}

pub async fn finally(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().inspect(|_| println!("done")).await?.text().await
}

pub async fn chained(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().await.and_then(checked)?.text().await
}

pub async fn only_the_error(client: &Client, url: &str) -> Result<String, String> {
    let response = client.get(url).send().await.map_err(|error| error.to_string())?;
    response.text().await.map_err(|error| error.to_string())
}

pub async fn another_error(client: &Client, url: &str) -> Result<String, String> {
    let read = client.get(url).send().and_then(Response::text).map_err(|error| error.to_string());
    read.unwrap_or_else(|error| error).map(Ok).await
}
