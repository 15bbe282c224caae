use std::io::{self, BufRead, BufReader};

use reqwest::blocking::Client;

pub fn first_mark(client: &Client, url: &str) -> Result<Option<String>, Box<dyn std::error::Error>> {
    let response = client.get(url).send()?; //~ partly_read
    let mut mark = None;
    for line in BufReader::new(response).lines() {
        let line = line?;
        if line.starts_with('#') {
            mark = Some(line);
            break;
        }
    }
    Ok(mark)
}

pub fn all_numbers(client: &Client, url: &str) -> io::Result<u64> {
    let response = client.get(url).send().map_err(io::Error::other)?; //~ partly_read
    let mut sum = 0;
    for line in BufReader::new(response).lines() {
        sum += line?.parse::<u64>().map_err(io::Error::other)?;
    }
    Ok(sum)
}
