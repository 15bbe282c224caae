use futures::{StreamExt, TryStreamExt, future::try_join_all, stream};
use reqwest::{Client, Error};

pub async fn joined(client: &Client, urls: &[String]) -> Result<Vec<String>, Error> {
    let mut texts = Vec::new();
    for response in try_join_all(urls.iter().map(|url| client.get(url).send())).await? {
        texts.push(response.text().await?);
    }
    Ok(texts)
}

pub async fn buffered(client: &Client, urls: &[String]) -> Result<Vec<String>, Error> {
    let texts = stream::iter(urls).map(|url| async move { client.get(url).send().await?.text().await });
    texts.buffer_unordered(4).try_collect().await
}

pub async fn in_a_set(client: &Client, urls: Vec<String>) -> Vec<String> {
    let mut tasks = tokio::task::JoinSet::new();
    for url in urls {
        let client = client.clone();
        tasks.spawn(async move { client.get(&url).send().await?.text().await });
    }
    let mut texts = Vec::new();
    while let Some(text) = tasks.join_next().await {
        texts.extend(text.into_iter().flatten());
    }
    texts
}
