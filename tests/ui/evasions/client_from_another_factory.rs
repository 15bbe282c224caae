use std::sync::{Arc, LazyLock};

use reqwest::{Client, ClientBuilder, Error, Method, Request, RequestBuilder, Url};

static SHARED: LazyLock<Client> = LazyLock::new(|| ClientBuilder::new().build().expect("a client"));

fn shared() -> &'static Client {
    &SHARED
}

pub async fn of_a_static(url: &str) -> Result<bool, Error> {
    Ok(SHARED.get(url).send().await?.status().is_success()) //~ unread_body
}

pub async fn of_a_function(url: &str) -> Result<bool, Error> {
    Ok(shared().get(url).send().await?.status().is_success()) //~ unread_body
}

pub async fn behind_an_arc(client: Arc<Client>, url: &str) -> Result<bool, Error> {
    Ok(Arc::clone(&client).get(url).send().await?.status().is_success()) //~ unread_body
}

pub async fn from_parts(client: Client, url: Url) -> Result<bool, Error> {
    let request = RequestBuilder::from_parts(client, Request::new(Method::GET, url));
    Ok(request.send().await?.status().is_success()) //~ unread_body
}

pub async fn split_and_executed(client: &Client, url: &str) -> Result<bool, Error> {
    let (client, request) = client.get(url).build_split();
    Ok(client.execute(request?).await?.status().is_success()) //~ unread_body
}

pub async fn with_a_method_of_ones_own(client: &Client, url: &str) -> anyhow::Result<bool> {
    let method = Method::from_bytes(b"PURGE")?;
    Ok(client.request(method, url).send().await?.status().is_success()) //~ unread_body
}
