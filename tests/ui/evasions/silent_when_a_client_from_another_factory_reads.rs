use std::sync::{Arc, LazyLock};

use reqwest::{Client, ClientBuilder, Error, Method, Request, RequestBuilder, Url};

static SHARED: LazyLock<Client> = LazyLock::new(|| ClientBuilder::new().build().expect("a client"));

fn shared() -> &'static Client {
    &SHARED
}

pub async fn of_a_function(url: &str) -> Result<String, Error> {
    shared().get(url).send().await?.text().await
}

pub async fn behind_an_arc(client: Arc<Client>, url: &str) -> Result<String, Error> {
    Arc::clone(&client).get(url).send().await?.text().await
}

pub async fn from_parts(client: Client, url: Url) -> Result<String, Error> {
    RequestBuilder::from_parts(client, Request::new(Method::GET, url)).send().await?.text().await
}

pub async fn split_and_executed(client: &Client, url: &str) -> Result<String, Error> {
    let (client, request) = client.get(url).build_split();
    client.execute(request?).await?.text().await
}

pub async fn head_by_another_factory(url: Url) -> Result<bool, Error> {
    let response = shared().execute(Request::new(Method::HEAD, url)).await?;
    Ok(response.status().is_success())
}
