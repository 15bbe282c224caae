//@ dependency: ureq = '2'
use std::io::{BufRead, BufReader, Read};

use serde::Deserialize;
use ureq::{Agent, Error};

pub fn some(agent: &Agent, url: &str) -> Result<[u8; 16], Error> {
    let mut magic = [0; 16];
    agent.get(url).call()?.into_reader().read(&mut magic)?; //~ partly_read
    Ok(magic)
}

pub fn at_most(agent: &Agent, url: &str) -> Result<String, Error> {
    let mut text = String::new();
    agent.get(url).call()?.into_reader().take(1024).read_to_string(&mut text)?; //~ partly_read
    Ok(text)
}

pub fn first_line(agent: &Agent, url: &str) -> Result<String, Error> {
    let response = agent.get(url).call()?; //~ partly_read
    let mut line = String::new();
    BufReader::new(response.into_reader()).read_line(&mut line)?;
    Ok(line)
}

pub fn value(agent: &Agent, url: &str) -> anyhow::Result<Vec<u8>> {
    let mut json = serde_json::Deserializer::from_reader(agent.get(url).call()?.into_reader()); //~ partly_read
    Ok(Vec::deserialize(&mut json)?)
}

pub fn never_begun(agent: &Agent, url: &str) -> Result<(), Error> {
    let _reader = agent.get(url).call()?.into_reader(); //~ unread_on_exit
    Ok(())
}

pub fn json_that_may_be_none(agent: &Agent, url: &str) -> Result<Option<Vec<u8>>, Error> {
    Ok(agent.get(url).call()?.into_json().ok()) //~ MISS partly_read -- JSON that does not parse is taken for a failed body
}
