use futures::{
    StreamExt, TryStreamExt,
    future::{join_all, try_join_all},
    stream::{self, FuturesUnordered},
};
use reqwest::{Client, Error, Response};

pub async fn unordered(client: &Client, urls: &[String]) -> Result<usize, Error> {
    let mut length = 0;
    let mut requests: FuturesUnordered<_> = urls.iter().map(|url| client.get(url).send()).collect();
    while let Some(response) = requests.next().await {
        length += response?.text().await?.len();
    }
    Ok(length)
}

pub async fn collected(client: &Client, urls: Vec<String>) -> Result<usize, Error> {
    let requests = stream::iter(urls).map(|url| client.get(url).send());
    let responses: Vec<Response> = requests.buffer_unordered(8).try_collect().await?;
    let mut length = 0;
    for response in responses {
        length += response.bytes().await?.len();
    }
    Ok(length)
}

pub async fn read_inside(client: &Client, urls: Vec<String>) -> Result<Vec<String>, Error> {
    let read = |url| async move { client.get(url).send().await?.text().await };
    stream::iter::<Vec<String>>(urls).map(read).buffered(8).try_collect().await
}

pub async fn handed_on(client: &Client, urls: Vec<String>) -> Vec<Response> {
    let all = join_all(urls.iter().map(|url| client.get(url).send())).await;
    all.into_iter().filter_map(|response| response.ok()).collect()
}

pub async fn decoded(client: &Client, urls: Vec<String>) -> Result<u32, Error> {
    let numbers = urls.iter().map(|url| async move { client.get(url).send().await?.json::<u32>().await });
    Ok(try_join_all(numbers).await?.into_iter().sum())
}
