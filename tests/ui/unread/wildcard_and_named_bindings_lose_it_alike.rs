use reqwest::{Client, Error};

pub async fn wildcard(client: &Client, url: &str) -> Result<(), Error> {
    let _ = client.get(url).send().await?; //~ unread_body
    Ok(())
}

pub async fn wildcard_for_the_result(client: &Client, url: &str) {
    let _ = client.get(url).send().await; //~ unread_body
}

pub async fn underscored_name(client: &Client, url: &str) -> Result<(), Error> {
    let _response = client.get(url).send().await?; //~ unread_body
    Ok(())
}

pub async fn assigned_to_the_wildcard(client: &Client, url: &str) -> Result<(), Error> {
    _ = client.get(url).send().await?; //~ unread_body
    Ok(())
}
