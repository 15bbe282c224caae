use reqwest::{Client, Error, header::CONNECTION};

pub async fn closed_by_a_header(client: &Client, url: &str) -> Result<bool, Error> {
    client.get(url).send().await?.text().await?;
    Ok(client.get(url).header(CONNECTION, "close").send().await?.status().is_success())
}

pub async fn closed_in_each_turn(urls: &[String]) -> Result<u32, Error> {
    let mut found = 0;
    for url in urls {
        let client = Client::new();
        let response = client.get(url).header("connection", "close").send().await?;
        found += u32::from(response.status().is_success());
    }
    Ok(found)
}

pub async fn without_a_pool(urls: &[String]) -> Result<u32, Error> {
    let mut found = 0;
    for url in urls {
        let client = Client::builder().pool_max_idle_per_host(0).build()?;
        let response = client.get(url).send().await?;
        found += u32::from(response.status().is_success());
    }
    Ok(found)
}
