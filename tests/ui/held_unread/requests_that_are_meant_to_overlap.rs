//@ pedantic
use std::time::Duration;

use futures::{StreamExt, future, stream};
use reqwest::{Client, Error};
use tokio::{
    task::JoinSet,
    time::{sleep, timeout},
};

pub async fn joined(client: &Client, url: &str, other: &str) -> Result<usize, Error> {
    let (first, second) = tokio::try_join!(client.get(url).send(), client.get(other).send())?; //~ unread_on_exit
    Ok(first.bytes().await?.len() + second.bytes().await?.len())
}

pub async fn joined_by_a_function(client: &Client, url: &str, other: &str) -> Result<usize, Error> {
    let (first, second) = future::try_join(client.get(url).send(), client.get(other).send()).await?; //~ unread_on_exit, unread_on_exit
    Ok(first.bytes().await?.len() + second.bytes().await?.len())
}

pub async fn all_of_them(client: &Client, urls: &[String]) -> Result<usize, Error> {
    let mut length = 0;
    for response in future::try_join_all(urls.iter().map(|url| client.get(url).send())).await? {
        length += response.bytes().await?.len();
    }
    Ok(length)
}

pub async fn spawned(client: Client, url: String, other: String) -> Result<usize, Error> {
    let (one, another) = (client.get(url), client.get(other));
    let first = tokio::spawn(one.send()); //~ unread_on_exit
    let second = tokio::spawn(another.send()); //~ unread_on_exit
    let (Ok(first), Ok(second)) = (first.await, second.await) else { return Ok(0) };
    Ok(first?.bytes().await?.len() + second?.bytes().await?.len())
}

pub async fn beside_a_task(client: Client, url: String) -> Result<String, Error> {
    let response = client.get(&url).send().await?;
    let again = tokio::spawn(async move { client.get(&url).send().await?.text().await });
    let text = response.text().await?;
    Ok(text + &again.await.unwrap()?)
}

pub async fn set_of_tasks(client: &Client, urls: Vec<String>) -> Result<usize, Error> {
    let mut tasks = JoinSet::new();
    for url in urls {
        tasks.spawn(client.get(url).send()); //~ unread_on_exit
    }
    let mut length = 0;
    while let Some(Ok(response)) = tasks.join_next().await {
        length += response?.bytes().await?.len();
    }
    Ok(length)
}

pub async fn some_at_a_time(client: &Client, urls: &[String]) -> Result<usize, Error> {
    let mut responses = stream::iter(urls).map(|url| client.get(url).send()).buffer_unordered(8);
    let mut length = 0;
    while let Some(response) = responses.next().await {
        length += response?.bytes().await?.len();
    }
    Ok(length)
}

pub async fn unless_it_takes_too_long(client: &Client, url: &str) -> Result<String, Error> {
    let mut response = client.get(url).send().await?; //~ partly_read
    let mut text = String::new();
    loop {
        tokio::select! {
            chunk = response.chunk() => match chunk? {
                Some(chunk) => text.push_str(&String::from_utf8_lossy(&chunk)),
                None => return Ok(text),
            },
            _ = sleep(Duration::from_secs(1)) => return Ok(text),
        }
    }
}

pub async fn in_time(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let Ok(response) = timeout(Duration::from_secs(1), client.get(url).send()).await else { return Ok(None) };
    response?.text().await.map(Some)
}
