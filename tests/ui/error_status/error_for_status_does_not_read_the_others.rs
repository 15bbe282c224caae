use reqwest::{Client, Error};

pub async fn never_read(client: &Client, url: &str) -> Result<(), Error> {
    client.get(url).send().await?.error_for_status()?; //~ unread_body
    Ok(())
}

pub async fn never_read_as_a_bool(client: &Client, url: &str) -> bool {
    let sent = client.get(url).send().await; //~ unread_body
    sent.is_ok_and(|response| response.error_for_status().is_ok())
}

pub async fn left_later(client: &Client, url: &str) -> anyhow::Result<String> {
    let response = client.get(url).send().await?.error_for_status()?; //~ unread_on_exit
    anyhow::ensure!(response.content_length() != Some(7), "seven");
    Ok(response.text().await?)
}
