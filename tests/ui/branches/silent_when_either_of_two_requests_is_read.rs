use reqwest::{Client, Error};

pub async fn both_arms_of_a_receiver(client: &Client, url: &str, post: bool) -> Result<String, Error> {
    if post { client.post(url).send().await } else { client.get(url).send().await }?.text().await
}

pub async fn fallback(client: &Client, url: &str) -> Result<String, Error> {
    let response = match client.get(url).send().await {
        Err(error) if error.is_connect() => client.get("http://mirror").send().await,
        sent => sent,
    };
    response?.text().await
}

pub async fn chosen_request(client: &Client, url: &str, post: bool) -> Result<String, Error> {
    let sent = if post { client.post(url) } else { client.get(url) }.send();
    sent.await?.text().await
}

pub fn or_another(client: &reqwest::blocking::Client, url: &str) -> Result<String, Error> {
    client.get(url).send().or_else(|_| client.get("http://mirror").send())?.text()
}
