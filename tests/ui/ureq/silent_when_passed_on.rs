//@ dependency: ureq = '3'
use ureq::{
    Agent, Body, Error, SendBody,
    http::{Request, Response},
    middleware::MiddlewareNext,
};

pub fn returned(agent: &Agent, url: &str) -> Result<Response<Body>, Error> {
    agent.get(url).call()
}

pub fn sent_on(agent: &Agent, from: &str, to: &str) -> Result<String, Error> {
    let response = agent.get(from).call()?;
    agent.post(to).send(response.into_body())?.body_mut().read_to_string()
}

pub fn sent_on_as_a_reader(agent: &Agent, from: &str, to: &str) -> Result<String, Error> {
    let mut response = agent.get(from).call()?;
    let mut reader = response.body_mut().as_reader();
    agent.post(to).send(SendBody::from_reader(&mut reader))?.body_mut().read_to_string()
}

pub fn middleware(request: Request<SendBody>, next: MiddlewareNext) -> Result<Response<Body>, Error> {
    let response = next.handle(request)?;
    log::info!("{}", response.status());
    Ok(response)
}
