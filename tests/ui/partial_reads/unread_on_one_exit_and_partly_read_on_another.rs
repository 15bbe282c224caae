use reqwest::{Client, Error};

pub async fn fetch(client: &Client, url: &str) -> Result<Option<usize>, Error> {
    let mut response = client.get(url).send().await?; //~ partly_read, unread_on_exit
    if !response.status().is_success() {
        return Ok(None);
    }
    Ok(response.chunk().await?.map(|chunk| chunk.len()))
}
