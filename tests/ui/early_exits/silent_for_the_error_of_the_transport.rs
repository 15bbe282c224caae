use reqwest::{Client, Error};

pub async fn matched(client: &Client, url: &str) -> Result<String, Error> {
    let response = match client.get(url).send().await {
        Ok(response) => response,
        Err(error) => return Err(error),
    };
    response.text().await
}

pub async fn let_else(client: &Client, url: &str) -> Option<String> {
    let Ok(response) = client.get(url).send().await else { return None };
    response.text().await.ok()
}

pub async fn checked_as_a_result(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await;
    if response.is_err() {
        return Ok(String::new());
    }
    response?.text().await
}

pub async fn panics(client: &Client, url: &str) -> String {
    let response = client.get(url).send().await;
    if let Err(error) = &response {
        panic!("{error}");
    }
    response.unwrap().text().await.unwrap()
}
