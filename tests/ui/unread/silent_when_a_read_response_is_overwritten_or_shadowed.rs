use reqwest::{Client, Error};

pub async fn overwritten(client: &Client, url: &str) -> Result<usize, Error> {
    let mut response = client.get(url).send().await?;
    while response.chunk().await?.is_some() {}
    response = client.get(url).send().await?;
    Ok(response.bytes().await?.len())
}

pub async fn moved_out_first(client: &Client, url: &str) -> Result<String, Error> {
    let mut response = client.get(url).send().await?;
    let first = response.text().await?;
    response = client.get(url).send().await?;
    Ok(first + &response.text().await?)
}

pub async fn shadowed(client: &Client, url: &str) -> Result<String, Error> {
    let outer = client.get(url).send().await?;
    {
        let outer = "another";
        println!("{outer}");
    }
    outer.text().await
}

pub async fn shadowed_by_itself(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    let response = response;
    let response = response.text().await?;
    Ok(response)
}
