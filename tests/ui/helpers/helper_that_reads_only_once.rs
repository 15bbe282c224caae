use std::io::{self, BufRead, BufReader, Read};

use reqwest::blocking::{Client, Response};

fn first_line(reader: impl Read) -> io::Result<String> {
    let mut line = String::new();
    BufReader::new(reader).read_line(&mut line)?;
    Ok(line)
}

fn start(reader: &mut dyn Read) -> io::Result<usize> {
    let mut buffer = [0; 16];
    reader.read(&mut buffer)
}

fn kind(mut response: Response) -> io::Result<usize> { //~ partly_read
    let mut buffer = [0; 16];
    response.read(&mut buffer)
}

pub fn generic(client: &Client, url: &str) -> io::Result<String> {
    first_line(client.get(url).send().map_err(io::Error::other)?) //~ partly_read
}

pub fn behind_a_trait_object(client: &Client, url: &str) -> io::Result<usize> {
    let mut response = client.get(url).send().map_err(io::Error::other)?; //~ partly_read
    start(&mut response)
}

pub fn of_a_parameter(client: &Client, url: &str) -> io::Result<usize> {
    kind(client.get(url).send().map_err(io::Error::other)?)
}
