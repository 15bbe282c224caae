use reqwest::{Client, Error};
use tokio::sync::Notify;

pub async fn raced_before_the_read(client: &Client, url: &str, stop: &Notify) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    tokio::select! {
        _ = stop.notified() => return Ok(None),
        _ = tokio::task::yield_now() => {}
    }
    response.text().await.map(Some)
}

pub async fn chunks(client: &Client, url: &str, stop: &Notify) -> Result<usize, Error> {
    let mut response = client.get(url).send().await?; //~ partly_read
    let mut length = 0;
    loop {
        tokio::select! {
            chunk = response.chunk() => match chunk? {
                Some(chunk) => length += chunk.len(),
                None => return Ok(length),
            },
            _ = stop.notified() => return Ok(length),
        }
    }
}
