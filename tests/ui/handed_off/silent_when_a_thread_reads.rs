use std::thread;

use reqwest::blocking::Client;

pub fn spawned(client: &Client, url: &str) -> reqwest::Result<u16> {
    let response = client.get(url).send()?;
    let status = response.status().as_u16();
    thread::spawn(move || {
        let _ = response.bytes();
    });
    Ok(status)
}

pub fn joined(client: &Client, url: &str) -> reqwest::Result<Option<String>> {
    let response = client.get(url).send()?;
    let reader = thread::spawn(move || response.text());
    reader.join().ok().transpose()
}

pub fn scoped(client: &Client, urls: &[String]) -> usize {
    thread::scope(|scope| {
        let readers: Vec<_> = urls.iter().map(|url| scope.spawn(move || client.get(url).send()?.bytes())).collect();
        readers.into_iter().filter_map(|reader| reader.join().ok()?.ok()).map(|bytes| bytes.len()).sum()
    })
}

pub async fn on_the_blocking_pool(client: Client, url: String) -> anyhow::Result<String> {
    let text = tokio::task::spawn_blocking(move || client.get(url).send()?.text()).await??;
    Ok(text)
}

pub async fn handed_to_the_blocking_pool(client: Client, url: String) -> anyhow::Result<String> {
    let response = tokio::task::spawn_blocking(move || client.get(url).send()).await??;
    Ok(tokio::task::spawn_blocking(|| response.text()).await??)
}
