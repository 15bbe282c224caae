//@ dependency: ureq = '3'
use ureq::{
    Agent, Body, Error, SendBody,
    http::{Request, Response, StatusCode},
    middleware::MiddlewareNext,
};

pub fn guard_on_the_status(agent: &Agent, url: &str) -> Result<Option<String>, Error> {
    let mut response = agent.get(url).config().http_status_as_error(false).build().call()?; //~ unread_on_exit
    if response.status() == StatusCode::NOT_FOUND {
        return Ok(None);
    }
    response.body_mut().read_to_string().map(Some)
}

pub fn checked_header(agent: &Agent, url: &str) -> anyhow::Result<String> {
    let mut response = agent.get(url).call()?; //~ unread_on_exit
    let kind = response.headers().get("content-type").ok_or_else(|| anyhow::anyhow!("no type"))?;
    anyhow::ensure!(kind == "text/plain");
    Ok(response.body_mut().read_to_string()?)
}

pub fn middleware(request: Request<SendBody>, next: MiddlewareNext) -> Result<Response<Body>, Error> {
    let response = next.handle(request)?; //~ unread_on_exit
    if response.status().is_server_error() {
        return Err(Error::ConnectionFailed);
    }
    Ok(response)
}

pub fn retry(agent: &Agent, url: &str) -> Result<String, Error> {
    loop {
        let mut response = agent.get(url).call()?; //~ unread_on_exit
        if response.status() == StatusCode::ACCEPTED {
            continue;
        }
        return response.body_mut().read_to_string();
    }
}
