use std::ops::{Deref, DerefMut};

use reqwest::{Client, Error, Response};

pub struct Http(Client);

impl Deref for Http {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.0
    }
}

pub struct Reply(Response);

impl Deref for Reply {
    type Target = Response;

    fn deref(&self) -> &Response {
        &self.0
    }
}

impl DerefMut for Reply {
    fn deref_mut(&mut self) -> &mut Response {
        &mut self.0
    }
}

impl From<Reply> for Response {
    fn from(reply: Reply) -> Response {
        reply.0
    }
}

impl Http {
    async fn reply(&self, url: &str) -> Result<Reply, Error> {
        self.get(url).send().await.map(Reply)
    }
}

pub async fn by_deref(http: &Http, url: &str) -> Result<String, Error> {
    http.get(url).send().await?.text().await
}

pub async fn by_a_reply_of_ones_own(http: &Http, url: &str) -> Result<usize, Error> {
    let mut reply = http.reply(url).await?;
    let mut length = 0;
    while let Some(chunk) = reply.chunk().await? {
        length += chunk.len();
    }
    Ok(length)
}

pub async fn by_the_inner_one(http: &Http, url: &str) -> Result<String, Error> {
    Response::from(http.reply(url).await?).text().await
}
