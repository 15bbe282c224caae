use std::collections::HashMap;

use reqwest::{Client, Error, Response};

#[derive(Default)]
pub struct Replies {
    pub first: Option<Response>,
    pub second: Option<Response>,
}

pub async fn as_a_vec(client: &Client, url: &str) -> Vec<Result<Response, Error>> {
    vec![client.get(url).send().await, client.post(url).send().await]
}

pub async fn as_an_array(client: &Client, url: &str) -> [Option<Response>; 2] {
    let first = client.get(url).send().await.ok();
    let second = client.post(url).send().await.ok();
    [first, second]
}

pub async fn as_a_map(client: &Client, url: &str) -> HashMap<&'static str, Option<Response>> {
    HashMap::from([("first", client.get(url).send().await.ok()), ("second", client.post(url).send().await.ok())])
}

pub async fn joined(client: &Client, url: &str) -> (Result<Response, Error>, Result<Response, Error>) {
    tokio::join!(client.get(url).send(), client.post(url).send())
}

pub async fn updated(client: &Client, url: &str) -> Replies {
    let second = client.get(url).send().await.ok();
    Replies { second, ..Replies::default() }
}

pub async fn spread(client: &Client, url: &str, mut all: Vec<Response>) -> Vec<Response> {
    let more: Vec<_> = client.get(url).send().await.into_iter().collect();
    all.extend(more);
    all
}
