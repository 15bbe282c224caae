use reqwest::{Client, Error, StatusCode};

pub async fn redirection(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    if response.status().is_redirection() {
        return Ok(None);
    }
    response.text().await.map(Some)
}

pub async fn anything_but_no_content(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.delete(url).send().await?; //~ unread_body
    if response.status() == StatusCode::NO_CONTENT {
        return Ok(());
    }
    println!("{}", response.status());
    Ok(())
}
