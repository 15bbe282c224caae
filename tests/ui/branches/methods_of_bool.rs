use reqwest::blocking::{Client, Response};

pub fn then(client: &Client, url: &str) -> reqwest::Result<Option<String>> {
    let response = client.get(url).send()?; //~ unread_body
    Ok(response.status().is_success().then(|| response.url().to_string()))
}

pub fn then_read(client: &Client, url: &str) -> Option<String> {
    let response = client.get(url).send().ok()?; //~ unread_on_exit
    response.status().is_success().then(|| response.text())?.ok()
}

pub fn then_some(client: &Client, url: &str) -> reqwest::Result<Option<Response>> {
    let response = client.get(url).send()?; //~ unread_on_exit
    Ok(response.status().is_success().then_some(response))
}
