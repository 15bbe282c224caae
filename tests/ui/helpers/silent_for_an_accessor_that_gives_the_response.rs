use reqwest::{Client, Error, Response};

pub struct Reply {
    inner: Response,
}

impl Reply {
    fn response(&mut self) -> &mut Response {
        &mut self.inner
    }

    fn into_response(self) -> Response {
        self.inner
    }
}

pub async fn by_reference(client: &Client, url: &str) -> Result<usize, Error> {
    let mut reply = Reply { inner: client.get(url).send().await? };
    let mut length = 0;
    while let Some(chunk) = reply.response().chunk().await? {
        length += chunk.len();
    }
    Ok(length)
}

pub async fn by_value(client: &Client, url: &str) -> Result<String, Error> {
    let reply = Reply { inner: client.get(url).send().await? };
    reply.into_response().text().await
}
