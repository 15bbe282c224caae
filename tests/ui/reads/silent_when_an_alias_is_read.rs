use reqwest::{Client, Error};

pub async fn moved(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    let alias = response;
    alias.text().await
}

pub async fn moved_late(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    let alias;
    alias = response;
    alias.text().await
}

pub async fn moved_twice(client: &Client, url: &str) -> Result<String, Error> {
    let first = client.get(url).send().await?;
    let second = first;
    let third = second;
    third.text().await
}

pub async fn through_a_reference(client: &Client, url: &str) -> Result<usize, Error> {
    let mut response = client.get(url).send().await?;
    let alias = &mut response;
    let mut length = 0;
    while let Some(chunk) = alias.chunk().await? {
        length += chunk.len();
    }
    Ok(length)
}
