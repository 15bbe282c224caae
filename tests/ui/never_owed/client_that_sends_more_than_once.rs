use reqwest::{Client, Error};

pub async fn twice(url: &str) -> Result<bool, Error> {
    let client = Client::new();
    client.post(url).send().await?; //~ unread_body
    Ok(client.get(url).send().await?.text().await?.is_empty())
}

pub async fn in_a_loop(urls: &[String]) -> Result<(), Error> {
    let client = Client::new();
    for url in urls {
        client.get(url).send().await?; //~ unread_body
    }
    Ok(())
}

pub async fn given_away(url: &str) -> Result<Client, Error> {
    let client = Client::new();
    client.get(url).send().await?; //~ unread_body
    Ok(client)
}

async fn text(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().await?.text().await
}

pub async fn once_more_in_a_helper(url: &str) -> Result<String, Error> {
    let client = Client::new();
    client.post(url).send().await?; //~ unread_body
    text(&client, url).await
}
