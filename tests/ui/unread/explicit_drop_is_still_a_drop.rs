use reqwest::{Client, Error};

pub async fn dropped(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send().await?; //~ unread_body
    drop(response);
    Ok(())
}

pub async fn dropped_by_path(client: &Client, url: &str) {
    std::mem::drop(client.get(url).send().await); //~ unread_body
}

pub async fn taken_and_dropped(client: &Client, url: &str) -> Result<(), Error> {
    let mut response = Some(client.get(url).send().await?); //~ unread_body
    response.take();
    Ok(())
}
