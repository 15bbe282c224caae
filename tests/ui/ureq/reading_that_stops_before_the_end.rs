//@ dependency: ureq = '3'
use std::io::{BufRead, BufReader, Read};

use serde::Deserialize;
use ureq::{Agent, Error};

pub fn some(agent: &Agent, url: &str) -> Result<[u8; 16], Error> {
    let mut magic = [0; 16];
    agent.get(url).call()?.into_body().into_reader().read(&mut magic)?; //~ partly_read
    Ok(magic)
}

// All bytes, but not the end.
pub fn exactly(agent: &Agent, url: &str) -> Result<Vec<u8>, Error> {
    let mut response = agent.get(url).call()?; //~ partly_read
    let mut bytes = vec![0; response.body().content_length().unwrap_or(0) as usize];
    response.body_mut().as_reader().read_exact(&mut bytes)?;
    Ok(bytes)
}

pub fn at_most(agent: &Agent, url: &str) -> Result<String, Error> {
    let mut text = String::new();
    agent.get(url).call()?.into_body().into_reader().take(1024).read_to_string(&mut text)?; //~ partly_read
    Ok(text)
}

pub fn first_line(agent: &Agent, url: &str) -> Result<String, Error> {
    let mut line = String::new();
    let mut response = agent.get(url).call()?; //~ partly_read
    BufReader::new(response.body_mut().with_config().limit(1 << 20).reader()).read_line(&mut line)?;
    Ok(line)
}

pub fn value(agent: &Agent, url: &str) -> anyhow::Result<Vec<u8>> {
    let body = agent.get(url).call()?.into_body(); //~ partly_read
    let mut json = serde_json::Deserializer::from_reader(body.into_reader());
    Ok(Vec::deserialize(&mut json)?)
}
