//@ dependency: ureq = '3'
use ureq::{
    Agent, Error, RequestExt,
    http::{Request, Response},
};

pub fn head(agent: &Agent, url: &str) -> Result<bool, Error> {
    agent.run(Request::head(url).body(())?)?;
    Request::head(url).body(())?.with_agent(agent).run()?;
    Ok(agent.head(url).call()?.status().is_success())
}

pub fn free_functions_have_no_pool(url: &str) -> Result<bool, Error> {
    ureq::post(url).send("text")?;
    ureq::run(Request::get(url).body(())?)?;
    Request::get(url).body(())?.with_default_agent().run()?;
    Ok(ureq::get(url).call()?.status().is_success())
}

pub fn made_for_one_request(url: &str) -> Result<bool, Error> {
    Ok(Agent::new_with_defaults().get(url).call()?.status().is_success())
}

pub fn no_idle_connections(url: &str) -> Result<bool, Error> {
    let agent = Agent::new_with_config(Agent::config_builder().max_idle_connections(0).build());
    agent.get(url).call()?;
    Request::get(url).body(())?.with_agent(&agent).run()?;
    let other = ureq::config::Config::builder().max_idle_connections_per_host(0).build().new_agent();
    other.get(url).call()?;
    Ok(other.get(url).call()?.status().is_success())
}

pub fn no_content(agent: &Agent, url: &str) -> Result<Option<String>, Error> {
    let mut response = agent.get(url).call()?;
    if response.status() == 204 {
        return Ok(None);
    }
    response.body_mut().read_to_string().map(Some)
}

pub fn no_length(agent: &Agent, url: &str) -> Result<Option<String>, Error> {
    let mut response = agent.get(url).call()?;
    if response.body().content_length() == Some(0) {
        return Ok(None);
    }
    response.body_mut().read_to_string().map(Some)
}

pub fn by_hand() -> u16 {
    Response::new(ureq::Body::builder().data("text")).status().as_u16()
}
