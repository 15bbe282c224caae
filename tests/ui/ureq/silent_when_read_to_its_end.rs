//@ dependency: ureq = '3'
use std::io::{self, BufRead, BufReader, Read};

use ureq::{Agent, Error};

pub fn text(agent: &Agent, url: &str) -> Result<String, Error> {
    agent.get(url).call()?.body_mut().read_to_string()
}

pub fn bytes(agent: &Agent, url: &str) -> Result<Vec<u8>, Error> {
    agent.get(url).call()?.into_body().read_to_vec()
}

pub fn json(agent: &Agent, url: &str) -> Result<Vec<String>, Error> {
    agent.post(url).send_json("text")?.body_mut().read_json::<Vec<String>>()
}

pub fn with_settings(agent: &Agent, url: &str) -> Result<String, Error> {
    agent.get(url).call()?.body_mut().with_config().limit(50 << 20).lossy_utf8(true).read_to_string()
}

pub fn with_settings_of_its_own(agent: &Agent, url: &str) -> Result<Vec<u8>, Error> {
    agent.get(url).call()?.into_body().into_with_config().read_to_vec()
}

pub fn json_with_settings(agent: &Agent, url: &str) -> Result<Vec<String>, Error> {
    agent.get(url).call()?.body_mut().with_config().read_json()
}

pub fn copied(agent: &Agent, url: &str) -> Result<u64, Error> {
    Ok(io::copy(&mut agent.get(url).call()?.body_mut().as_reader(), &mut io::sink())?)
}

pub fn by_its_reader(agent: &Agent, url: &str) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    agent.get(url).call()?.into_body().into_reader().read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub fn all_lines(agent: &Agent, url: &str) -> Result<usize, Error> {
    let mut count = 0;
    for line in BufReader::new(agent.get(url).call()?.into_body().into_reader()).lines() {
        count += line?.len();
    }
    Ok(count)
}

pub fn until_nothing_comes(agent: &Agent, url: &str) -> Result<usize, Error> {
    let mut response = agent.get(url).call()?;
    let mut reader = response.body_mut().as_reader();
    let (mut count, mut buf) = (0, [0; 1024]);
    loop {
        match reader.read(&mut buf)? {
            0 => return Ok(count),
            n => count += n,
        }
    }
}

pub fn begun_and_finished(agent: &Agent, url: &str) -> Result<Vec<u8>, Error> {
    let mut response = agent.get(url).call()?;
    let mut magic = [0; 4];
    response.body_mut().as_reader().read_exact(&mut magic)?;
    response.body_mut().read_to_vec()
}
