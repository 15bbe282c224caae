use reqwest::{Client, Error};

pub async fn once(url: &str) -> Result<String, Error> {
    reqwest::get(url).await?.text().await
}

pub async fn before_a_loop(url: &str) -> Result<usize, Error> {
    let text = reqwest::get(url).await?.text().await?;
    let mut sum = 0;
    for line in text.lines() {
        sum += line.len();
    }
    Ok(sum)
}

pub async fn in_the_head_of_a_loop(url: &str) -> Result<usize, Error> {
    let mut sum = 0;
    for line in reqwest::get(url).await?.text().await?.lines() {
        sum += line.len();
    }
    Ok(sum)
}

pub async fn with_a_client(client: &Client, urls: &[String]) -> Result<usize, Error> {
    let mut sum = 0;
    for url in urls {
        sum += client.get(url).send().await?.bytes().await?.len();
    }
    Ok(sum)
}

pub async fn if_there_is_one(url: Option<&str>) -> Option<String> {
    let text = url.map(|url| async move { reqwest::get(url).await?.text().await });
    text?.await.ok()
}
