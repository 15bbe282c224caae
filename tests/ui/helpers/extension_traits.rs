use reqwest::{Client, Error, Response};

pub trait ResponseExt {
    fn status_line(&self) -> String;
    fn discard(self) -> u16;
    async fn finish(self) -> Result<u16, Error>;
}

impl ResponseExt for Response {
    fn status_line(&self) -> String {
        self.status().to_string()
    }

    fn discard(self) -> u16 { //~ unread_body
        self.status().as_u16()
    }

    async fn finish(self) -> Result<u16, Error> {
        let status = self.status().as_u16();
        self.bytes().await?;
        Ok(status)
    }
}

pub trait ResultExt {
    async fn finish(self) -> Result<u16, Error>;
}

impl ResultExt for Result<Response, Error> {
    async fn finish(self) -> Result<u16, Error> {
        ResponseExt::finish(self?).await
    }
}

pub async fn read(client: &Client, url: &str) -> Result<u16, Error> {
    client.get(url).send().await?.finish().await
}

pub async fn read_from_the_result(client: &Client, url: &str) -> Result<u16, Error> {
    client.get(url).send().await.finish().await
}

pub async fn looked_at(client: &Client, url: &str) -> Result<String, Error> {
    Ok(client.get(url).send().await?.status_line()) //~ unread_body
}

pub async fn discarded(client: &Client, url: &str) -> Result<u16, Error> {
    Ok(client.get(url).send().await?.discard())
}
