use reqwest::{Client, Error, Response};

pub struct Reply {
    inner: Option<Response>,
}

impl Reply {
    fn inner(&mut self) -> &mut Option<Response> {
        &mut self.inner
    }

    fn into_inner(self) -> Option<Response> {
        self.inner
    }

    async fn close(&mut self) -> Result<(), Error> {
        if let Some(response) = self.inner.take() {
            response.bytes().await?;
        }
        Ok(())
    }
}

async fn reply(client: &Client, url: &str) -> Result<Reply, Error> {
    Ok(Reply { inner: Some(client.get(url).send().await?) })
}

pub async fn by_field(client: &Client, url: &str) -> Result<Option<String>, Error> {
    match reply(client, url).await?.inner {
        Some(response) => response.text().await.map(Some),
        None => Ok(None),
    }
}

pub async fn by_accessor(client: &Client, url: &str) -> Option<String> {
    reply(client, url).await.ok()?.into_inner()?.text().await.ok()
}

pub async fn by_mutable_accessor(client: &Client, url: &str) -> Result<usize, Error> {
    let mut reply = reply(client, url).await?;
    let mut length = 0;
    if let Some(response) = reply.inner() {
        while let Some(chunk) = response.chunk().await? {
            length += chunk.len();
        }
    }
    Ok(length)
}

pub async fn by_method(client: &Client, url: &str) -> Result<(), Error> {
    let mut reply = reply(client, url).await?;
    println!("working");
    reply.close().await
}
