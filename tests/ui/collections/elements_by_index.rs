use std::collections::VecDeque;

use reqwest::blocking::{Client, Response};

pub fn replaced(client: &Client, urls: &[&str], kept: &mut Vec<Option<Response>>) -> reqwest::Result<()> {
    for (n, url) in urls.iter().enumerate() {
        kept[n] = Some(client.get(*url).send()?);
    }
    Ok(())
}

pub fn only_looked_at(client: &Client) -> reqwest::Result<u16> {
    let responses = vec![client.get("http://first").send()?]; //~ unread_body
    Ok(responses[0].status().as_u16())
}

pub fn popped(client: &Client, urls: &[&str]) -> reqwest::Result<()> {
    let mut waiting = VecDeque::new();
    for url in urls {
        waiting.push_back(client.get(*url).send()?); //~ unread_body
    }
    while let Some(response) = waiting.pop_front() {
        println!("{}", response.status());
    }
    Ok(())
}

pub fn read_in_place(client: &Client) -> std::io::Result<u64> {
    let mut responses = [client.get("http://first").send().unwrap(), client.get("http://second").send().unwrap()];
    std::io::copy(&mut responses[0], &mut std::io::sink())?;
    std::io::copy(&mut responses[1], &mut std::io::sink())
}
