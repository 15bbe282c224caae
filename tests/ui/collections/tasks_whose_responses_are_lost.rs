use reqwest::{Client, Error};
use tokio::task::JoinSet;

pub async fn set(client: &Client, urls: Vec<String>) -> usize {
    let mut tasks = JoinSet::new();
    for url in urls {
        let client = client.clone();
        tasks.spawn(async move { client.get(url).send().await }); //~ unread_body
    }
    let mut up = 0;
    while let Some(joined) = tasks.join_next().await {
        if let Ok(Ok(response)) = joined {
            up += usize::from(response.status().is_success());
        }
    }
    up
}

pub async fn handles(client: &Client, urls: Vec<String>) -> Result<usize, Error> {
    let mut tasks = vec![];
    for url in urls {
        let client = client.clone();
        tasks.push(tokio::spawn(async move { client.get(url).send().await })); //~ unread_body
    }
    let mut headers = 0;
    for task in tasks {
        headers += task.await.unwrap()?.headers().len();
    }
    Ok(headers)
}
