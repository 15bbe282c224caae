use reqwest::{Client, Error};

pub async fn last_request(first: &str, second: &str) -> Result<bool, Error> {
    let client = Client::new();
    let text = client.get(first).send().await?.text().await?;
    let response = client.get(second).send().await?;
    Ok(!text.is_empty() && response.status().is_success())
}

pub async fn error_that_ends_it(first: &str, second: &str) -> Result<Option<String>, Error> {
    let client = Client::new();
    let response = client.get(first).send().await?;
    if !response.status().is_success() {
        return Ok(None);
    }
    let text = response.text().await?;
    Ok(Some(text + &client.get(second).send().await?.text().await?))
}

async fn ping(client: Client, url: &str) -> Result<bool, Error> {
    Ok(client.get(url).send().await?.status().is_success()) //~ unread_body
}

pub async fn handed_over(url: &str) -> Result<bool, Error> {
    ping(Client::new(), url).await
}

pub struct Builder {
    pub client: Option<Client>,
}

impl Builder {
    fn build(&self) -> Client {
        match &self.client {
            Some(client) => client.clone(),
            None => Client::new(),
        }
    }
}

pub async fn perhaps_somebody_elses(builder: &Builder, url: &str) -> Result<bool, Error> {
    Ok(builder.build().get(url).send().await?.status().is_success())
}
