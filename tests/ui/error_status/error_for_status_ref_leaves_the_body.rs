use reqwest::{Client, Error};

pub async fn chained(client: &Client, url: &str) -> Result<(), Error> {
    client.get(url).send().await?.error_for_status_ref()?; //~ unread_body
    Ok(())
}

pub async fn of_a_local(client: &Client, url: &str) -> Result<u16, Error> {
    let response = client.get(url).send().await?; //~ unread_body
    response.error_for_status_ref()?;
    Ok(response.status().as_u16())
}
