use futures::{StreamExt, TryStreamExt, future};
use reqwest::{Client, Error};

pub async fn folded(client: &Client, url: &str) -> Result<usize, Error> {
    let stream = client.get(url).send().await?.bytes_stream();
    stream.try_fold(0, |length, chunk| future::ok(length + chunk.len())).await
}

pub async fn counted(client: &Client, url: &str) -> Result<usize, Error> {
    let response = client.get(url).send().await?;
    Ok(response.bytes_stream().filter(|chunk| future::ready(chunk.is_ok())).count().await)
}

pub async fn mapped(client: &Client, url: &str) -> Result<Vec<usize>, Error> {
    let response = client.get(url).send().await?;
    response.bytes_stream().map_ok(|chunk| chunk.len()).try_collect().await
}

pub async fn pinned(client: &Client, url: &str) -> Result<usize, Error> {
    let response = client.get(url).send().await?;
    let mut stream = std::pin::pin!(response.bytes_stream());
    let mut length = 0;
    while let Some(chunk) = stream.try_next().await? {
        length += chunk.len();
    }
    Ok(length)
}
