//@ dependency: ureq = { version = '2', features = ['json'] }
use std::io::{self, BufRead, BufReader, Read};

use ureq::{Agent, Error, OrAnyStatus};

pub fn text(agent: &Agent, url: &str) -> Result<String, Error> {
    Ok(agent.get(url).call()?.into_string()?)
}

pub fn json(agent: &Agent, url: &str) -> anyhow::Result<Vec<String>> {
    Ok(agent.post(url).send_json("text")?.into_json()?)
}

pub fn whatever_the_status(agent: &Agent, url: &str) -> anyhow::Result<(u16, String)> {
    let response = agent.get(url).call().or_any_status()?;
    Ok((response.status(), response.into_string()?))
}

pub fn copied(agent: &Agent, url: &str) -> Result<u64, Error> {
    Ok(io::copy(&mut agent.get(url).call()?.into_reader(), &mut io::sink())?)
}

pub fn by_its_reader(agent: &Agent, url: &str) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    agent.get(url).call()?.into_reader().read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub fn all_lines(agent: &Agent, url: &str) -> Result<usize, Error> {
    let mut count = 0;
    for line in BufReader::new(agent.get(url).call()?.into_reader()).lines() {
        count += line?.len();
    }
    Ok(count)
}

pub fn as_one_of_http(agent: &Agent, url: &str) -> Result<http::Response<Vec<u8>>, Error> {
    Ok(agent.get(url).call()?.into())
}

pub fn as_a_reader_of_http(agent: &Agent, url: &str) -> Result<Vec<u8>, Error> {
    let response: http::Response<Box<dyn Read + Send + Sync>> = agent.get(url).call()?.into();
    let mut bytes = Vec::new();
    response.into_body().read_to_end(&mut bytes)?;
    Ok(bytes)
}
