use reqwest::Client;

pub fn dropped(client: &Client, url: &str) {
    let _ = client.get(url).send();
    drop(client.post(url).send());
}

pub async fn awaited_on_no_path(client: &Client, url: &str, wanted: bool) {
    let sent = client.get(url).send();
    if wanted {
        println!("later");
    }
    drop(sent);
}

pub fn built(client: &Client, url: &str) -> Option<reqwest::Request> {
    client.get(url).build().ok()
}
