use reqwest::{Client, Error};

pub async fn each_at_once(client: &Client, url: &str) -> Result<(), Error> {
    let first = client.get(url).send().await?; //~ unread_body
    drop(first);
    let second = client.get(url).send().await?; //~ unread_body
    drop(second);
    Ok(())
}

pub async fn by_another_name(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send().await?; //~ unread_body
    let alias = response;
    drop(alias);
    Ok(())
}

pub async fn with_its_error_unseen(client: &Client, url: &str) {
    let sent = client.get(url).send().await; //~ unread_body
    let () = drop(sent);
}

pub async fn read_and_then_another(client: &Client, url: &str) -> Result<usize, Error> {
    let length = client.get(url).send().await?.bytes().await?.len();
    let body: reqwest::Body = client.get(url).send().await?.into(); //~ unread_body
    let alias = body;
    drop(alias);
    Ok(length)
}
