use std::io::{self, BufRead, BufReader, Read};

use reqwest::blocking::Client;

pub fn longest(client: &Client, url: &str) -> Result<usize, Box<dyn std::error::Error>> {
    let response = client.get(url).send()?;
    let mut longest = 0;
    for line in BufReader::new(response).lines() {
        longest = longest.max(line?.len());
    }
    Ok(longest)
}

pub fn marks(client: &Client, url: &str) -> io::Result<Vec<String>> {
    let mut reader = BufReader::new(client.get(url).send().map_err(io::Error::other)?);
    let mut marks = Vec::new();
    for line in reader.by_ref().lines() {
        let line = line?;
        if !line.starts_with('#') {
            continue;
        }
        marks.push(line);
    }
    Ok(marks)
}
