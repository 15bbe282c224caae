use reqwest::blocking::Client;

pub fn status(client: &Client, url: &str) -> reqwest::Result<bool> {
    let response = client.get(url).send()?; //~ unread_body
    Ok(response.status().is_success())
}

pub fn early(client: &Client, url: &str) -> reqwest::Result<Option<String>> {
    let response = client.get(url).send()?; //~ unread_on_exit
    if !response.status().is_success() {
        return Ok(None);
    }
    response.text().map(Some)
}

pub fn read(client: &Client, url: &str) -> reqwest::Result<String> {
    client.get(url).send()?.text()
}
