use std::io::{self, Read};

use reqwest::{
    Error,
    blocking::{Client, Response},
};

pub fn untyped(client: &Client, url: &str) -> Result<u64, Error> {
    let response = &mut client.get(url).send()?;
    println!("{}", response.status());
    response.copy_to(&mut io::sink())
}

pub fn typed(client: &Client, url: &str) -> Result<u64, Error> {
    let response: &mut Response = &mut client.get(url).send()?;
    response.copy_to(&mut io::sink())
}

pub fn as_a_trait_object(client: &Client, url: &str) -> io::Result<u64> {
    let reader: &mut dyn Read = &mut client.get(url).send().map_err(io::Error::other)?;
    io::copy(reader, &mut io::sink())
}

pub fn in_an_array(client: &Client, url: &str) -> Result<u64, Error> {
    let [response] = [&mut client.get(url).send()?];
    response.copy_to(&mut io::sink())
}

pub fn assigned_to_the_wildcard(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send()?;
    _ = response;
    let _ = response;
    response.text()
}
