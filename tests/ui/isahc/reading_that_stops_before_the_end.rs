//@ dependency: isahc = '2'
use std::io::{BufRead, BufReader, Read};

use futures::{AsyncReadExt, StreamExt};
use isahc::{Error, HttpClient, prelude::*};

pub fn some(client: &HttpClient, url: &str) -> Result<[u8; 16], Error> {
    let mut magic = [0; 16];
    client.get(url)?.body_mut().read(&mut magic)?; //~ partly_read
    Ok(magic)
}

pub fn first_line(client: &HttpClient, url: &str) -> Result<Option<String>, Error> {
    let lines = BufReader::new(client.get(url)?.into_body()).lines(); //~ partly_read
    for line in lines {
        return Ok(Some(line?));
    }
    Ok(None)
}

pub async fn exactly(client: &HttpClient, url: &str) -> Result<[u8; 16], Error> {
    let mut magic = [0; 16];
    client.get_async(url).await?.body_mut().read_exact(&mut magic).await?; //~ partly_read
    Ok(magic)
}

pub async fn first_line_of_an_async_body(client: &HttpClient, url: &str) -> Option<String> {
    let body = client.get_async(url).await.ok()?.into_body(); //~ partly_read
    let mut lines = futures::AsyncBufReadExt::lines(futures::io::BufReader::new(body));
    lines.next().await?.ok()
}

pub fn json_that_may_be_none(client: &HttpClient, url: &str) -> Result<Option<Vec<u8>>, Error> {
    Ok(client.get(url)?.json().ok()) //~ MISS partly_read -- JSON that does not parse is taken for a failed body
}
