//@ dependency: wreq = '6.0.0-rc.31'
//@ pedantic
use wreq::{Client, Error};

pub async fn by_value(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().await?.error_for_status()?.text().await //~ unread_error_status
}

pub async fn by_reference(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?; //~ unread_error_status
    response.error_for_status_ref()?;
    response.text().await
}
