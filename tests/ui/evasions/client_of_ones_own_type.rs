use std::ops::Deref;

use reqwest::{Client, Error, IntoUrl, RequestBuilder, Response};

pub struct Http(Client);

impl Deref for Http {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.0
    }
}

pub trait Ask {
    fn client(&self) -> &Client;

    fn ask<U: IntoUrl>(&self, url: U) -> RequestBuilder {
        self.client().get(url)
    }
}

impl Ask for Http {
    fn client(&self) -> &Client {
        self
    }
}

pub struct Reply(pub Response);

impl Http {
    pub async fn reply(&self, url: &str) -> Result<Reply, Error> {
        self.get(url).send().await.map(Reply)
    }
}

pub async fn by_deref(http: &Http, url: &str) -> Result<bool, Error> {
    Ok(http.get(url).send().await?.status().is_success()) //~ unread_body
}

pub async fn by_a_trait(http: &Http, url: &str) -> Result<bool, Error> {
    Ok(http.ask(url).send().await?.status().is_success()) //~ unread_body
}

pub async fn by_any_implementor<A: Ask>(ask: &A, url: &str) -> Result<bool, Error> {
    Ok(ask.ask(url).send().await?.status().is_success()) //~ unread_body
}

pub async fn with_a_reply_of_ones_own(http: &Http, url: &str) -> Result<bool, Error> {
    Ok(http.reply(url).await?.0.status().is_success()) //~ unread_body
}
