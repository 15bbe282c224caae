use reqwest::{Client, Error};

pub async fn a_few(url: &str) -> Result<String, Error> {
    let client = Client::builder().pool_max_idle_per_host(4).build()?;
    client.get(url).send().await?; //~ unread_body
    client.get(url).send().await?.text().await
}

pub async fn it_depends(url: &str, max: usize) -> Result<String, Error> {
    let client = Client::builder().pool_max_idle_per_host(max).build()?;
    client.get(url).send().await?; //~ unread_body
    client.get(url).send().await?.text().await
}
