use std::io::{BufRead, BufReader};

use reqwest::blocking::Client;
use serde_json::Value;

pub fn by_the_client(client: &Client, url: &str) -> reqwest::Result<Value> {
    client.get(url).send()?.json()
}

pub fn in_memory(client: &Client, url: &str) -> anyhow::Result<Value> {
    let bytes = client.get(url).send()?.bytes()?;
    Ok(serde_json::from_reader(&bytes[..])?)
}

pub fn line_by_line(client: &Client, url: &str) -> anyhow::Result<Vec<Option<Value>>> {
    let response = client.get(url).send()?;
    let mut values = Vec::new();
    for line in BufReader::new(response).lines() {
        values.push(serde_json::from_str(&line?).ok());
    }
    Ok(values)
}
