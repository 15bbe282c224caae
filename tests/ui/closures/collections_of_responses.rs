use futures::{StreamExt, future::join_all, stream::FuturesUnordered};
use reqwest::{Client, Response};

pub fn count(responses: Vec<Result<Response, reqwest::Error>>) -> usize {
    responses.into_iter().filter(|response| response.is_ok()).count() //~ MISS unread_body -- what is in a collection is not followed
}

pub async fn joined(client: &Client, urls: &[String]) -> usize {
    let responses = join_all(urls.iter().map(|url| client.get(url).send())).await; //~ MISS unread_body -- what is in a collection is not followed
    responses.iter().filter(|response| response.is_ok()).count()
}

pub async fn unordered(client: &Client, urls: &[String]) -> usize {
    let mut up = 0;
    let mut requests: FuturesUnordered<_> = urls.iter().map(|url| client.get(url).send()).collect();
    while let Some(response) = requests.next().await { //~ MISS unread_body -- what comes from a stream of futures is not followed
        up += usize::from(response.is_ok_and(|response| response.status().is_success()));
    }
    up
}
