use reqwest::{Client, Error, Response, StatusCode};

pub struct Reply {
    inner: Response,
}

impl Reply {
    fn new(inner: Response) -> Reply {
        Reply { inner }
    }

    pub fn status(&self) -> StatusCode {
        self.inner.status()
    }

    pub async fn text(self) -> Result<String, Error> {
        self.inner.text().await
    }
}

pub async fn looked_at(client: &Client, url: &str) -> Result<StatusCode, Error> {
    let reply = Reply::new(client.get(url).send().await?); //~ unread_body
    Ok(reply.status())
}

pub async fn read(client: &Client, url: &str) -> Result<String, Error> {
    let reply = Reply::new(client.get(url).send().await?);
    println!("{}", reply.status());
    reply.text().await
}

pub async fn read_through_the_field(client: &Client, url: &str) -> Result<String, Error> {
    let reply = Reply { inner: client.get(url).send().await? };
    reply.inner.text().await
}

pub async fn read_on_one_path(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let reply = Reply::new(client.get(url).send().await?); //~ unread_on_exit
    if reply.status() == StatusCode::NOT_FOUND {
        return Ok(None);
    }
    reply.text().await.map(Some)
}
