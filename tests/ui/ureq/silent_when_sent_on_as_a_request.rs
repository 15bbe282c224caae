//@ dependency: ureq = '3'
use http::{Request, Response};
use ureq::{Agent, Body, Error, RequestExt, SendBody, unversioned::multipart::Part};

pub fn by_a_function(agent: &Agent, url: &str) -> Result<Response<Body>, Error> {
    let response = agent.get(url).call()?;
    ureq::run(Request::new(response.into_body()))
}

pub fn by_an_agent(agent: &Agent, url: &str) -> Result<Response<Body>, Error> {
    let response = agent.get(url).call()?;
    agent.run(Request::new(response.into_body()))
}

pub fn by_an_agent_of_its_own(agent: &Agent, url: &str) -> Result<Response<Body>, Error> {
    let response = agent.get(url).call()?;
    Request::new(response.into_body()).with_default_agent().run()
}

pub fn with_an_agent(agent: &Agent, url: &str) -> Result<Response<Body>, Error> {
    let response = agent.get(url).call()?;
    Request::new(response.into_body()).with_agent(agent).run()
}

pub fn as_a_reader(agent: &Agent, url: &str) -> Result<Response<Body>, Error> {
    let response = agent.get(url).call()?;
    agent.post(url).send(SendBody::from_owned_reader(response.into_body().into_reader()))
}

pub fn as_a_part(agent: &Agent, url: &str) -> Result<Part<'static>, Error> {
    let response = agent.get(url).call()?;
    Ok(Part::owned_reader(response.into_body().into_reader()))
}

pub fn as_a_borrowed_part(agent: &Agent, url: &str) -> Result<bool, Error> {
    let mut reader = agent.get(url).call()?.into_body().into_reader();
    Ok(Part::reader(&mut reader).mime_str("text/plain").is_ok())
}

pub fn without_a_pool(request: Request<()>) -> Result<(), Error> {
    request.with_default_agent().run()?;
    Ok(())
}
