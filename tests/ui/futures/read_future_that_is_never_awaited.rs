use reqwest::{Client, Error};

pub async fn wildcard(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send().await?; //~ unread_body
    let _ = response.bytes();
    Ok(())
}

pub async fn dropped(client: &Client, url: &str) -> Result<(), Error> {
    let text = client.get(url).send().await?.text(); //~ unread_body
    drop(text);
    Ok(())
}

pub async fn awaited_on_one_path(client: &Client, url: &str, wanted: bool) -> Result<String, Error> {
    let text = client.get(url).send().await?.text(); //~ unread_on_exit
    if !wanted {
        return Ok(String::new());
    }
    text.await
}
