use futures::{StreamExt, TryStreamExt, future::try_join_all, stream};
use reqwest::{Client, Error, Response};

pub async fn buffered(client: &Client, urls: Vec<String>) -> usize {
    let requests = stream::iter(urls).map(|url| client.get(url).send()); //~ unread_body
    let responses: Vec<Result<Response, Error>> = requests.buffer_unordered(8).collect().await;
    responses.iter().filter(|response| response.is_ok()).count()
}

pub async fn all_or_none(client: &Client, urls: Vec<String>) -> Result<usize, Error> {
    let requests = stream::iter(urls).map(|url| async move { client.get(url).send().await }); //~ unread_body
    let responses: Vec<Response> = requests.buffered(8).try_collect().await?;
    Ok(responses.len())
}

pub async fn joined(client: &Client, urls: &[String]) -> Result<usize, Error> {
    let responses = try_join_all(urls.iter().map(|url| client.get(url).send())).await?; //~ unread_body
    Ok(responses.len())
}

pub async fn one_by_one(client: &Client, urls: Vec<String>) {
    let notify = |url| async move {
        let _ = client.get(url).send().await; //~ unread_body
    };
    stream::iter::<Vec<String>>(urls).for_each_concurrent(4, notify).await;
}

pub async fn first_only(client: &Client, urls: Vec<String>) -> Result<Option<String>, Error> {
    let mut requests = stream::iter(urls).then(|url| client.get(url).send()); //~ unread_on_exit
    while let Some(response) = Box::pin(&mut requests).next().await {
        let response = response?;
        if response.status().is_success() {
            return Ok(Some(response.text().await?));
        }
    }
    Ok(None)
}
