use futures::{StreamExt, future::join_all, stream::FuturesUnordered};
use reqwest::{Client, Response};

pub fn count(responses: Vec<Result<Response, reqwest::Error>>) -> usize { //~ unread_body
    responses.into_iter().filter(|response| response.is_ok()).count()
}

pub async fn joined(client: &Client, urls: &[String]) -> usize {
    let responses = join_all(urls.iter().map(|url| client.get(url).send())).await; //~ unread_body
    responses.iter().filter(|response| response.is_ok()).count()
}

pub async fn unordered(client: &Client, urls: &[String]) -> usize {
    let mut up = 0;
    let mut requests: FuturesUnordered<_> = urls.iter().map(|url| client.get(url).send()).collect(); //~ unread_body
    while let Some(response) = requests.next().await {
        up += usize::from(response.is_ok_and(|response| response.status().is_success()));
    }
    up
}
