use reqwest::blocking::{Client, Response};

pub fn then(client: &Client, url: &str, wanted: bool) -> Option<String> {
    wanted.then(|| client.get(url).send().and_then(Response::text))?.ok()
}

pub fn then_some(client: &Client, url: &str) -> reqwest::Result<Option<String>> {
    let response = client.get(url).send()?;
    let ok = response.status().is_success();
    let text = response.text()?;
    Ok(ok.then_some(text))
}

pub fn then_request(client: &Client, url: &str, wanted: bool) -> Option<String> {
    let request = wanted.then(|| client.get(url))?;
    request.send().ok()?.text().ok()
}
