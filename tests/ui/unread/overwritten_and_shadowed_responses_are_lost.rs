use reqwest::{Client, Error};

pub async fn overwritten(client: &Client, url: &str) -> Result<String, Error> {
    let mut response = client.get(url).send().await?; //~ unread_body
    println!("{}", response.status());
    response = client.get(url).send().await?;
    response.text().await
}

pub async fn both_lost(client: &Client, url: &str) -> Result<(), Error> {
    let mut response = client.get(url).send().await?; //~ unread_body
    println!("{response:?}");
    response = client.get(url).send().await?; //~ unread_body
    println!("{}", response.status());
    Ok(())
}

pub async fn shadowed(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?; //~ unread_body
    println!("{}", response.status());
    let response = client.get(url).send().await?;
    response.text().await
}

pub async fn assigned_late(client: &Client, url: &str) -> Result<u16, Error> {
    let response;
    response = client.get(url).send().await?; //~ unread_body
    Ok(response.status().as_u16())
}
