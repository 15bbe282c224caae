use reqwest::{Client, Error};

pub async fn printed(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send().await?; //~ unread_body
    println!("{response:?}");
    Ok(())
}

pub async fn logged(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send().await?; //~ unread_body
    tracing::debug!(?response, status = %response.status(), "pinged {url}");
    log::info!("{}", response.status());
    Ok(())
}

pub async fn debugged(client: &Client, url: &str) -> Result<(), Error> {
    dbg!(client.get(url).send().await?); //~ unread_body
    Ok(())
}
