use reqwest::{Client, Error, Response};

pub async fn kept(client: &Client, url: &str) -> Result<String, Error> {
    let sent: Result<Response, Error> = client.get(url).send().await;
    println!("{}", sent.is_ok());
    let response = sent?;
    response.text().await
}

pub async fn option(client: &Client, url: &str) -> Option<String> {
    let mut sent = client.get(url).send().await.ok();
    if sent.is_none() {
        sent = client.get(url).send().await.ok();
    }
    let response = sent.take()?;
    response.text().await.ok()
}

pub async fn first_that_answers(client: &Client, urls: [&str; 2]) -> Result<String, Error> {
    let response = match client.get(urls[0]).send().await {
        Ok(response) => response,
        Err(_) => client.get(urls[1]).send().await?,
    };
    response.text().await
}
