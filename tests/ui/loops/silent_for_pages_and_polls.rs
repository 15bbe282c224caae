use std::time::Duration;

use reqwest::{Client, Error};

#[derive(serde::Deserialize)]
pub struct Page {
    items: Vec<String>,
    next: Option<String>,
}

pub async fn pages(client: &Client, first: String) -> Result<Vec<String>, Error> {
    let mut items = Vec::new();
    let mut url = first;
    loop {
        let page: Page = client.get(&url).send().await?.json().await?;
        items.extend(page.items);
        match page.next {
            Some(next) => url = next,
            None => break,
        }
    }
    Ok(items)
}

pub async fn poll(client: &Client, url: &str) -> Result<String, Error> {
    loop {
        let response = client.get(url).send().await?;
        let ready = response.status().as_u16() == 200;
        let text = response.text().await?;
        if ready {
            break Ok(text);
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
