use std::io::{self, BufReader, Read};

use reqwest::{
    Error,
    blocking::{Client, Response},
};

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

pub fn never_read(client: &Client, url: &str) -> Result<usize, Error> {
    Ok(metered(client.get(url).send()?).read) //~ unread_body
}

pub fn buffered_and_dropped(client: &Client, url: &str) -> Result<(), Error> {
    let _reader = buffered(client.get(url).send()?); //~ unread_body
    Ok(())
}

pub fn read_once(client: &Client, url: &str) -> io::Result<usize> {
    let mut buffer = [0; 64];
    metered(client.get(url).send().map_err(io::Error::other)?).read(&mut buffer) //~ partly_read
}
