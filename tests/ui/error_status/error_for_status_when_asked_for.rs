//@ pedantic

use reqwest::{Client, Error};

pub async fn fetch(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().await?.error_for_status()?.text().await //~ unread_error_status
}

pub async fn by_reference(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?; //~ unread_error_status
    response.error_for_status_ref()?;
    response.text().await
}

pub async fn chained(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await.and_then(|response| response.error_for_status()); //~ unread_error_status
    response?.text().await
}

pub async fn read_first(client: &Client, url: &str) -> Result<Result<String, String>, Error> {
    let response = client.get(url).send().await?;
    let success = response.status().is_success();
    let text = response.text().await?;
    Ok(if success { Ok(text) } else { Err(text) })
}

pub async fn read_in_both_cases(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    if let Err(error) = response.error_for_status_ref() {
        println!("{error}: {}", response.text().await?);
        return Err(error);
    }
    response.text().await
}
