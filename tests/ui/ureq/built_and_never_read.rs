//@ dependency: ureq = '3'
use ureq::{Agent, BodyReader, Error};

pub fn reader(agent: &Agent, url: &str) -> Result<(), Error> {
    let mut response = agent.get(url).call()?; //~ unread_body
    let _reader = response.body_mut().as_reader();
    Ok(())
}

pub fn settings(agent: &Agent, url: &str) -> Result<(), Error> {
    let response = agent.get(url).call()?; //~ unread_body
    drop(response.into_body().into_with_config().lossy_utf8(true));
    Ok(())
}

pub fn parts(agent: &Agent, url: &str) -> Result<u16, Error> {
    let (head, _body) = agent.get(url).call()?.into_parts(); //~ unread_body
    Ok(head.status.as_u16())
}

fn open(agent: &Agent, url: &str) -> Result<BodyReader<'static>, Error> {
    Ok(agent.get(url).call()?.into_body().into_reader())
}

pub fn opened(agent: &Agent, url: &str) -> Result<bool, Error> {
    Ok(open(agent, url).is_ok()) //~ unread_body
}
