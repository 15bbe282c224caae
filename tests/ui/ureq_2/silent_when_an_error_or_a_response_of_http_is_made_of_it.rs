//@ dependency: ureq = { version = '2', features = ['http-crate'] }
use ureq::{Agent, Error};

pub fn text(agent: &Agent, url: &str) -> Result<http::Response<String>, Error> {
    Ok(agent.get(url).call()?.into())
}

pub fn bytes(agent: &Agent, url: &str) -> Result<http::Response<Vec<u8>>, Error> {
    Ok(agent.get(url).call()?.into())
}

pub fn error(agent: &Agent, url: &str) -> Result<String, Error> {
    let response = agent.get(url).call()?;
    if response.status() == 202 {
        return Err(response.into());
    }
    Ok(response.into_string()?)
}
