use reqwest::{Client, Error, Response};

pub async fn one_after_the_other(first: &str, second: &str) -> Result<String, Error> {
    let client = Client::new();
    client.get(first).send().await?; //~ unread_body
    client.get(second).send().await?.text().await
}

pub async fn held(first: &str, second: &str) -> Result<String, Error> {
    let client = Client::new();
    let _response = client.get(first).send().await?; //~ unread_body
    client.get(second).send().await?.text().await
}

pub async fn followed(url: &str) -> Result<String, Error> {
    let client = Client::new();
    let mut response = client.get(url).send().await?; //~ unread_on_exit
    if let Some(next) = response.headers().get("location") {
        response = client.get(next.to_str().unwrap()).send().await?;
    }
    response.text().await
}

pub struct Api {
    client: Client,
}

impl Api {
    async fn ping(&self) -> Result<bool, Error> {
        Ok(self.client.get("http://ping").send().await?.status().is_success()) //~ unread_body
    }

    async fn list(&self) -> Result<Response, Error> {
        self.client.get("http://list").send().await
    }
}

pub async fn through_methods() -> Result<Option<String>, Error> {
    let api = Api { client: Client::new() };
    if !api.ping().await? {
        return Ok(None);
    }
    Ok(Some(api.list().await?.text().await?))
}
