//@ pedantic
use reqwest::{Client, Error, Response, StatusCode};

pub async fn two_at_a_time(client: &Client, url: &str, other: &str) -> Result<usize, Error> {
    let first = client.get(url).send().await?; //~ held_unread, unread_on_exit
    let second = client.get(other).send().await?; //~ unread_on_exit
    Ok(first.bytes().await?.len() + second.bytes().await?.len())
}

pub async fn next_page(client: &Client, url: &str) -> Result<Vec<String>, Error> {
    let mut pages = Vec::new();
    let mut page = client.get(url).send().await?; //~ held_unread, unread_on_exit
    while let Some(next) = page.headers().get("link").and_then(|link| link.to_str().ok()).map(str::to_owned) {
        let following = client.get(next).send().await?; //~ held_unread, unread_on_exit
        pages.push(page.text().await?);
        page = following;
    }
    pages.push(page.text().await?);
    Ok(pages)
}

pub struct Api {
    client: Client,
    url: String,
}

impl Api {
    async fn new_token(&self) -> Result<String, Error> {
        self.client.post(&self.url).send().await?.text().await
    }

    pub async fn with_a_new_token(&self, path: &str) -> Result<String, Error> {
        let response = self.client.get(path).send().await?; //~ held_unread, unread_on_exit
        if response.status() == StatusCode::UNAUTHORIZED {
            let token = self.new_token().await?;
            return self.client.get(path).bearer_auth(token).send().await?.text().await;
        }
        response.text().await
    }

    async fn get(&self, path: &str) -> Result<Response, Error> {
        self.client.get(path).send().await
    }

    pub async fn through_a_helper(&self, path: &str, other: &str) -> Result<bool, Error> {
        let (first, second) = (self.get(path).await?, self.get(other).await?); //~ held_unread, unread_on_exit, unread_on_exit
        Ok(first.text().await? == second.text().await?)
    }
}

pub async fn part_of_it_is_read(client: &Client, url: &str, other: &str) -> Result<usize, Error> {
    let mut first = client.get(url).send().await?; //~ held_unread, partly_read
    let mut length = first.chunk().await?.map_or(0, |chunk| chunk.len());
    length += client.get(other).send().await?.bytes().await?.len();
    while let Some(chunk) = first.chunk().await? {
        length += chunk.len();
    }
    Ok(length)
}

pub async fn made_here(url: &str) -> Result<usize, Error> {
    let client = Client::builder().user_agent("two").build()?;
    let first = client.get(url).send().await?; //~ held_unread, unread_on_exit
    let second = client.get(url).send().await?;
    Ok(first.bytes().await?.len() + second.bytes().await?.len())
}

pub async fn kept_for_later(client: &Client, urls: &[String]) -> Result<usize, Error> {
    let mut responses = Vec::new();
    for url in urls {
        responses.push(client.get(url).send().await?); //~ held_unread
    }
    let mut length = 0;
    for response in responses {
        length += response.bytes().await?.len();
    }
    Ok(length)
}
