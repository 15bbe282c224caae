use ureq::{Agent, Error};

pub fn lost(agent: &Agent, url: &str) -> Result<u16, Error> {
    Ok(agent.get(url).call()?.status().as_u16()) //~ unread_body
}

pub fn read(agent: &Agent, url: &str) -> Result<String, Error> {
    agent.get(url).call()?.body_mut().read_to_string()
}
