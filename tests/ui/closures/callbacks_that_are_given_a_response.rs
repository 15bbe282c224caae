//@ dependency: acme = '1'
use reqwest::{Client, Error, Response};

pub struct Cached;

impl Cached {
    pub async fn get<T>(&self, url: &str, read: impl AsyncFn(Response) -> Result<T, Error>) -> Result<T, Error> {
        acme::cached(self, url, read).await
    }
}

pub async fn headers(cached: &Cached, url: &str) -> Result<usize, Error> {
    let count = async |response: Response| Ok(response.headers().len()); //~ unread_body
    cached.get(url, count).await
}

pub async fn html(cached: &Cached, url: &str) -> Result<Option<String>, Error> {
    let parse = |response: reqwest::Response| async move { //~ unread_on_exit
        if response.headers().get("content-type").is_none() {
            return Ok(None);
        }
        response.text().await.map(Some)
    };
    cached.get(url, parse).await
}

pub async fn called_here(client: &Client, url: &str) -> Result<usize, Error> {
    let count = |response: Response| response.headers().len();
    Ok(count(client.get(url).send().await?)) //~ unread_body
}
