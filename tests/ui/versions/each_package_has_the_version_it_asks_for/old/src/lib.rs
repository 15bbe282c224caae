use ureq::{Agent, OrAnyStatus, Transport};

pub fn lost(agent: &Agent, url: &str) -> Result<u16, Transport> {
    Ok(agent.get(url).call().or_any_status()?.status()) //~ unread_body
}

pub fn read(agent: &Agent, url: &str) -> Result<String, ureq::Error> {
    Ok(agent.get(url).call()?.into_string()?)
}
