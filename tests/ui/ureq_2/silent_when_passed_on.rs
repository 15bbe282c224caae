//@ dependency: ureq = '2'
use std::io::Read;

use ureq::{Agent, Error, MiddlewareNext, Request, Response};

pub fn returned(agent: &Agent, url: &str) -> Result<Response, Error> {
    agent.get(url).call()
}

pub fn returned_as_a_reader(agent: &Agent, url: &str) -> Result<Box<dyn Read + Send + Sync>, Error> {
    Ok(agent.get(url).call()?.into_reader())
}

pub fn sent_on(agent: &Agent, from: &str, to: &str) -> Result<String, Error> {
    let response = agent.get(from).call()?;
    Ok(agent.post(to).send(response.into_reader())?.into_string()?)
}

pub fn in_an_error(agent: &Agent, url: &str) -> anyhow::Result<String> {
    let response = agent.get(url).call()?;
    if response.status() == 202 {
        return Err(Error::from(response).into());
    }
    Ok(response.into_string()?)
}

pub fn middleware(request: Request, next: MiddlewareNext) -> Result<Response, Error> {
    next.handle(request.set("x-trace", "1"))
}
