use reqwest::blocking::{Client, Response};

pub fn then(client: &Client, url: &str) -> reqwest::Result<Option<String>> {
    let response = client.get(url).send()?; //~ MISS unread_body -- the methods of bool are not described
    Ok(response.status().is_success().then(|| response.url().to_string()))
}

pub fn then_read(client: &Client, url: &str) -> Option<String> {
    let response = client.get(url).send().ok()?; //~ MISS unread_on_exit -- the methods of bool are not described
    response.status().is_success().then(|| response.text())?.ok()
}

pub fn then_some(client: &Client, url: &str) -> reqwest::Result<Option<Response>> {
    let response = client.get(url).send()?; //~ MISS unread_on_exit -- the methods of bool are not described
    Ok(response.status().is_success().then_some(response))
}
