use reqwest::{Client, Error, Response};

pub trait Finish: Sized {
    async fn finish(self) -> Result<Vec<u8>, Error>;

    async fn finish_quietly(self) -> Vec<u8> {
        self.finish().await.unwrap_or_default()
    }
}

impl Finish for Response {
    async fn finish(self) -> Result<Vec<u8>, Error> {
        self.bytes().await.map(Vec::from)
    }
}

pub struct Page {
    text: String,
}

impl Page {
    async fn from_response(response: Response) -> Result<Self, Error> {
        Ok(Self { text: response.text().await? })
    }
}

pub async fn quietly(client: &Client, url: &str) -> Result<usize, Error> {
    Ok(client.get(url).send().await?.finish_quietly().await.len())
}

pub async fn page(client: &Client, url: &str) -> Result<usize, Error> {
    let page = Page::from_response(client.get(url).send().await?).await?;
    Ok(page.text.len())
}
