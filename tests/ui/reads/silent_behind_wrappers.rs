use reqwest::{Client, Error};

pub async fn parentheses(client: &Client, url: &str) -> Result<String, Error> {
    ((client.get(url).send()).await?).text().await
}

pub async fn block(client: &Client, url: &str) -> Result<String, Error> {
    { client.get(url).send().await? }.text().await
}

pub async fn unwrapped(client: &Client, url: &str) -> String {
    client.get(url).send().await.unwrap().text().await.expect("text")
}

pub async fn boxed(client: &Client, url: &str) -> Result<String, Error> {
    let response = Box::new(client.get(url).send().await?);
    response.text().await
}

pub async fn optional(client: &Client, url: &str) -> Option<String> {
    let response = client.get(url).send().await.ok();
    response?.text().await.ok()
}

pub async fn optional_binding(client: &Client, url: &str) -> Option<String> {
    if let Ok(response) = client.get(url).send().await { response.text().await.ok() } else { None }
}
