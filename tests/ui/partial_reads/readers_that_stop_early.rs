use std::io::{self, BufRead, BufReader, Read};

use reqwest::blocking::Client;

pub fn one_read(client: &Client, url: &str) -> io::Result<usize> {
    let mut response = client.get(url).send().map_err(io::Error::other)?; //~ partly_read
    let mut buffer = [0; 1024];
    response.read(&mut buffer)
}

pub fn exactly(client: &Client, url: &str) -> io::Result<[u8; 8]> {
    let mut response = client.get(url).send().map_err(io::Error::other)?; //~ partly_read
    let mut magic = [0; 8];
    response.read_exact(&mut magic)?;
    Ok(magic)
}

pub fn limited(client: &Client, url: &str) -> io::Result<String> {
    let response = client.get(url).send().map_err(io::Error::other)?; //~ partly_read
    let mut text = String::new();
    response.take(4096).read_to_string(&mut text)?;
    Ok(text)
}

pub fn one_line(client: &Client, url: &str) -> io::Result<String> {
    let response = client.get(url).send().map_err(io::Error::other)?; //~ partly_read
    let mut line = String::new();
    BufReader::new(response).read_line(&mut line)?;
    Ok(line)
}
