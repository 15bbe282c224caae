use ureq::{Agent, Error};

pub fn read(agent: &Agent, url: &str) -> Result<String, Error> {
    agent.get(url).call()?.body_mut().read_to_string()
}

pub fn head(agent: &Agent, url: &str) -> Result<u16, Error> {
    Ok(agent.head(url).call()?.status().as_u16())
}
