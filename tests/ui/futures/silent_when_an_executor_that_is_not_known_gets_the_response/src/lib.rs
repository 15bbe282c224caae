use reqwest::{Client, Error};

pub fn outcome(handle: &acme_executor::Handle, client: Client, url: String) {
    handle.spawn(async move { client.get(url).send().await });
}

pub fn request(handle: &acme_executor::Handle, client: &Client, url: &str) {
    handle.spawn(client.get(url).send());
}

pub fn read(handle: &acme_executor::Handle, client: Client, url: String) {
    handle.spawn(async move { client.get(url).send().await?.text().await });
}

pub async fn joined(handle: &acme_executor::Handle, client: Client, url: String) -> Result<String, Error> {
    let task = handle.spawn(async move { client.get(url).send().await });
    task.await?.text().await
}
