use reqwest::{Client, Error};
use tokio::task::JoinSet;

pub async fn set(client: &Client, urls: Vec<String>) -> Result<usize, Error> {
    let mut tasks = JoinSet::new();
    for url in urls {
        let client = client.clone();
        tasks.spawn(async move { client.get(url).send().await?.text().await });
    }
    let mut length = 0;
    while let Some(joined) = tasks.join_next().await {
        length += joined.unwrap()?.len();
    }
    Ok(length)
}

pub async fn handles(client: &Client, urls: Vec<String>) -> Result<usize, Error> {
    let mut tasks = vec![];
    for url in urls {
        let client = client.clone();
        tasks.push(tokio::spawn(async move { client.get(url).send().await }));
    }
    let mut length = 0;
    for task in tasks {
        length += task.await.unwrap()?.text().await?.len();
    }
    Ok(length)
}
