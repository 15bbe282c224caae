//@ dependency: acme-http = '1'
use reqwest::{Client, Error, Response};

// undrained: drains
fn recycle(response: Response) {
    let _kept = std::mem::ManuallyDrop::new(acme_http::measured(&response));
}

pub async fn ping(client: &Client, url: &str) -> Result<bool, Error> {
    let response = client.get(url).send().await?;
    let up = response.status().is_success();
    recycle(response);
    Ok(up)
}

pub struct Api {
    client: Client,
}

impl Api {
    // undrained: handled
    pub async fn post(&self, url: &str) -> Result<Response, Error> {
        self.client.post(url).send().await
    }
}

pub async fn notify(api: &Api) -> Result<(), Error> {
    api.post("http://notify").await?;
    Ok(())
}
