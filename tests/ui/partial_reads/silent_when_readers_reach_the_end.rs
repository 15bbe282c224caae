use std::io::{self, BufRead, BufReader, Read};

use reqwest::blocking::Client;

pub fn until_zero(client: &Client, url: &str) -> io::Result<usize> {
    let mut response = client.get(url).send().map_err(io::Error::other)?;
    let mut buffer = [0; 1024];
    let mut length = 0;
    loop {
        let read = response.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        length += read;
    }
    Ok(length)
}

pub fn all_lines(client: &Client, url: &str) -> io::Result<usize> {
    let response = client.get(url).send().map_err(io::Error::other)?;
    let mut length = 0;
    for line in BufReader::new(response).lines() {
        length += line?.len();
    }
    Ok(length)
}

pub fn copied(client: &Client, url: &str) -> io::Result<u64> {
    let mut response = client.get(url).send().map_err(io::Error::other)?;
    io::copy(&mut response, &mut io::sink())
}

pub fn parsed(client: &Client, url: &str) -> anyhow::Result<serde_json::Value> {
    let response = client.get(url).send()?;
    let mut bytes = Vec::new();
    BufReader::new(response).read_to_end(&mut bytes)?;
    Ok(serde_json::from_slice(&bytes)?)
}
