use reqwest::{Client, Error, Response};

pub struct Reply {
    inner: Option<Response>,
}

impl Reply {
    fn inner(&mut self) -> &mut Option<Response> {
        &mut self.inner
    }

    fn close(&mut self) {
        self.inner = None;
    }

    fn into_inner(self) -> Option<Response> {
        self.inner
    }
}

pub async fn by_field(client: &Client, url: &str) -> Result<(), Error> {
    let reply = Reply { inner: Some(client.get(url).send().await?) }; //~ unread_body
    drop(reply.inner);
    Ok(())
}

pub async fn by_accessor(client: &Client, url: &str) -> Result<(), Error> {
    let reply = Reply { inner: Some(client.get(url).send().await?) }; //~ unread_body
    drop(reply.into_inner());
    Ok(())
}

pub async fn by_mutable_accessor(client: &Client, url: &str) -> Result<(), Error> {
    let mut reply = Reply { inner: Some(client.get(url).send().await?) }; //~ unread_body
    reply.inner().take();
    Ok(())
}

pub async fn by_method(client: &Client, url: &str) -> Result<(), Error> {
    let mut reply = Reply { inner: Some(client.get(url).send().await?) }; //~ unread_body
    reply.close();
    Ok(())
}
