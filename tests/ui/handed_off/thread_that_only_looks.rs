use std::thread;

use reqwest::blocking::Client;

pub fn spawned(client: &Client, url: &str) -> reqwest::Result<()> {
    let response = client.get(url).send()?; //~ unread_body
    thread::spawn(move || println!("{}", response.status()));
    Ok(())
}

pub fn sent_there(client: Client, url: String) {
    thread::spawn(move || client.get(url).send().is_ok()); //~ unread_body
}

pub async fn on_the_blocking_pool(client: Client, url: String) -> anyhow::Result<bool> {
    let response = tokio::task::spawn_blocking(move || client.get(url).send()).await??; //~ unread_body
    Ok(response.status().is_success())
}

pub fn scoped(client: &Client, url: &str) -> bool {
    thread::scope(|scope| {
        let up = scope.spawn(|| client.get(url).send().is_ok()); //~ unread_body
        up.join().unwrap_or(false)
    })
}
