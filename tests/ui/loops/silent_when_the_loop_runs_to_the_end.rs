use futures::StreamExt;
use reqwest::{Client, Error, Response};

pub async fn drained(mut response: Response) {
    while let Ok(Some(_)) = response.chunk().await {}
}

pub async fn matched(client: &Client, url: &str) -> Result<usize, Error> {
    let mut response = client.get(url).send().await?;
    let mut length = 0;
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) => length += chunk.len(),
            Ok(None) => break,
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}

pub async fn let_else(client: &Client, url: &str) -> Result<usize, Error> {
    let mut response = client.get(url).send().await?;
    let mut length = 0;
    loop {
        let Some(chunk) = response.chunk().await? else { break };
        if chunk.is_empty() {
            continue;
        }
        length += chunk.len();
    }
    Ok(length)
}

pub async fn rest_is_skipped(client: &Client, url: &str) -> Result<bool, Error> {
    let mut stream = client.get(url).send().await?.bytes_stream();
    let mut found = false;
    while let Some(chunk) = stream.next().await {
        found = found || chunk?.starts_with(b"data:");
    }
    Ok(found)
}

pub async fn drained_after_the_break(client: &Client, url: &str) -> Result<usize, Error> {
    let mut response = client.get(url).send().await?;
    let mut length = 0;
    while let Some(chunk) = response.chunk().await? {
        length += chunk.len();
        if length > 4096 {
            break;
        }
    }
    while response.chunk().await?.is_some() {}
    Ok(length)
}

pub async fn until_none(client: &Client, url: &str) -> Result<(), Error> {
    let mut response = client.get(url).send().await?;
    loop {
        let chunk = response.chunk().await?;
        if chunk.is_none() {
            break;
        }
    }
    Ok(())
}
