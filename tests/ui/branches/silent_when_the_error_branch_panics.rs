use reqwest::{Client, StatusCode};

pub async fn matched(client: &Client, url: &str) -> String {
    let response = match client.get(url).send().await {
        Ok(response) => response,
        Err(error) => panic!("{url}: {error}"),
    };
    match response.status() {
        StatusCode::OK => response.text().await.unwrap(),
        status => panic!("{url}: {status}"),
    }
}

pub async fn unwrapped(client: &Client, url: &str) -> String {
    let response = client.get(url).send().await.expect("an answer");
    if !response.status().is_success() {
        todo!("errors");
    }
    response.text().await.expect("a text")
}
