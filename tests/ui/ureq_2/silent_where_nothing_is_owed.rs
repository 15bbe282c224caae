//@ dependency: ureq = '2'
use ureq::{Agent, AgentBuilder, Error, OrAnyStatus, Response, Transport};

pub fn head(agent: &Agent, url: &str) -> Result<bool, Error> {
    agent.request("HEAD", url).call()?;
    ureq::head(url).call()?;
    Ok(agent.head(url).call()?.has("etag"))
}

pub fn free_functions_have_no_pool(url: &str) -> Result<u16, Error> {
    ureq::post(url).send_string("text")?;
    ureq::request("PURGE", url).call()?;
    Ok(ureq::get(url).call()?.status())
}

pub fn made_for_one_request(url: &str) -> Result<u16, Transport> {
    Ok(ureq::agent().get(url).call().or_any_status()?.status())
}

pub fn no_idle_connections(url: &str) -> Result<(), Transport> {
    let agent = AgentBuilder::new().max_idle_connections(0).build();
    agent.get(url).call().or_any_status()?;
    agent.get(url).call().or_any_status()?;
    let other = ureq::builder().max_idle_connections_per_host(0).build();
    other.get(url).call().or_any_status()?;
    other.get(url).call().or_any_status()?;
    Ok(())
}

pub fn no_content(agent: &Agent, url: &str) -> anyhow::Result<Option<String>> {
    let response = agent.get(url).call()?;
    if response.status() == 204 {
        return Ok(None);
    }
    Ok(Some(response.into_string()?))
}

pub fn by_hand() -> Result<u16, Error> {
    Ok(Response::new(200, "OK", "text")?.status() + "HTTP/1.1 200 OK\r\n\r\n".parse::<Response>()?.status())
}
