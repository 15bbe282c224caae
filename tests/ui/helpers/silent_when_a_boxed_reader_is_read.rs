use std::io::{self, Read};

use reqwest::blocking::Client;

pub struct Archive {
    source: Box<dyn Read>,
}

impl Archive {
    fn unpack(mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.source.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

fn open(client: &Client, url: &str) -> io::Result<Box<dyn Read + Send>> {
    Ok(Box::new(client.get(url).send().map_err(io::Error::other)?))
}

fn text(mut reader: impl Read) -> io::Result<String> {
    let mut text = String::new();
    reader.read_to_string(&mut text)?;
    Ok(text)
}

pub fn opened(client: &Client, url: &str) -> io::Result<String> {
    text(open(client, url)?)
}

pub fn unpacked(client: &Client, url: &str) -> io::Result<Vec<u8>> {
    let source = Box::new(client.get(url).send().map_err(io::Error::other)?);
    Archive { source }.unpack()
}

pub fn chained(client: &Client, url: &str) -> io::Result<String> {
    let first = client.get(url).send().map_err(io::Error::other)?;
    text(first.chain(io::Cursor::new("the end")))
}
