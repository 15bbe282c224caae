//@ dependency: ureq = '2'
use ureq::{Agent, Error, OrAnyStatus, Transport};

pub fn guard_on_the_status(agent: &Agent, url: &str) -> anyhow::Result<Option<String>> {
    let response = agent.get(url).call().or_any_status()?; //~ unread_on_exit
    if response.status() != 200 {
        return Ok(None);
    }
    Ok(Some(response.into_string()?))
}

pub fn checked_header(agent: &Agent, url: &str) -> anyhow::Result<String> {
    let response = agent.get(url).call()?; //~ unread_on_exit
    anyhow::ensure!(response.content_type() == "text/plain");
    Ok(response.into_string()?)
}

pub fn only_the_error_is_read(agent: &Agent, url: &str) -> Result<(), String> {
    match agent.get(url).call() { //~ unread_on_exit
        Ok(_) => Ok(()),
        Err(Error::Status(_, response)) => Err(response.into_string().unwrap_or_default()),
        Err(Error::Transport(error)) => Err(error.kind().to_string()),
    }
}

pub fn middleware(request: ureq::Request, next: ureq::MiddlewareNext) -> Result<ureq::Response, Error> {
    let response = next.handle(request)?; //~ unread_on_exit
    if response.status() == 503 {
        return Err(Error::from(ureq::Response::new(502, "Bad Gateway", "")?));
    }
    Ok(response)
}

pub fn transport_error_only(agent: &Agent, url: &str) -> Option<Transport> {
    agent.get(url).call().or_any_status().err() //~ unread_body
}
