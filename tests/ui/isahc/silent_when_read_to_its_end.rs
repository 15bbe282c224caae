//@ dependency: isahc = '2'
use std::io::{self, Read};

use futures::{AsyncBufReadExt, AsyncReadExt, TryStreamExt, io::BufReader};
use isahc::{Error, HttpClient, Request, prelude::*};

pub fn consumed(client: &HttpClient, url: &str) -> Result<u16, Error> {
    let mut response = client.get(url)?;
    response.consume()?;
    Ok(response.status().as_u16())
}

pub fn text_bytes_json(client: &HttpClient, url: &str) -> anyhow::Result<(String, Vec<u8>, Vec<String>)> {
    Ok((client.get(url)?.text()?, isahc::get(url)?.bytes()?, Request::get(url).body(())?.send()?.json()?))
}

pub fn copied(client: &HttpClient, url: &str) -> Result<(), Error> {
    client.get(url)?.copy_to(io::sink())?;
    client.get(url)?.copy_to_file("file")?;
    io::copy(client.get(url)?.body_mut(), &mut io::sink())?;
    Ok(())
}

pub fn by_its_reader(client: &HttpClient, url: &str) -> Result<String, Error> {
    let mut text = String::new();
    client.get(url)?.into_body().read_to_string(&mut text)?;
    Ok(text)
}

pub async fn consumed_in_time(client: &HttpClient, url: &str) -> Result<u16, Error> {
    let mut response = client.get_async(url).await?;
    response.consume().await?;
    Ok(response.status().as_u16())
}

pub async fn async_text_bytes_json(client: &HttpClient, url: &str) -> anyhow::Result<(String, Vec<u8>, Vec<String>)> {
    let text = client.get_async(url).await?.text().await?;
    let bytes = isahc::get_async(url).await?.bytes().await?;
    Ok((text, bytes, Request::get(url).body(())?.send_async().await?.json().await?))
}

pub async fn by_its_async_reader(client: &HttpClient, url: &str) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    client.get_async(url).await?.into_body().read_to_end(&mut bytes).await?;
    Ok(bytes)
}

pub async fn all_lines(client: &HttpClient, url: &str) -> Result<Vec<String>, Error> {
    Ok(BufReader::new(client.get_async(url).await?.into_body()).lines().try_collect().await?)
}
