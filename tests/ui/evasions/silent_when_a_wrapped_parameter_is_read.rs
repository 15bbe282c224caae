use std::io::{self, BufRead, BufReader, Read};

use reqwest::blocking::{Client, Response};

pub struct Metered<R> {
    inner: R,
    read: usize,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read += read;
        Ok(read)
    }
}

fn metered<R: Read>(inner: R) -> Metered<R> {
    Metered { inner, read: 0 }
}

fn buffered(response: Response) -> BufReader<Metered<Response>> {
    BufReader::new(metered(response))
}

pub fn to_the_end(client: &Client, url: &str) -> io::Result<usize> {
    let mut reader = metered(client.get(url).send().map_err(io::Error::other)?);
    io::copy(&mut reader, &mut io::sink())?;
    Ok(reader.read)
}

pub fn all_lines(client: &Client, url: &str) -> io::Result<usize> {
    let mut length = 0;
    for line in buffered(client.get(url).send().map_err(io::Error::other)?).lines() {
        length += line?.len();
    }
    Ok(length)
}

pub fn returned(client: &Client, url: &str) -> io::Result<Metered<Response>> {
    client.get(url).send().map(metered).map_err(io::Error::other)
}
