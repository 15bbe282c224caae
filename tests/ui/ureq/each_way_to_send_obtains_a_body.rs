//@ dependency: ureq = '3'
use ureq::{
    Agent, Error, RequestExt,
    http::{Request, Response},
};

pub fn without_a_body(agent: &Agent, url: &str) -> Result<(), Error> {
    agent.get(url).call()?; //~ unread_body
    agent.delete(url).call()?; //~ unread_body
    agent.options(url).call()?; //~ unread_body
    agent.trace(url).header("accept", "*/*").query("a", "b").call()?; //~ unread_body
    Ok(())
}

pub fn with_a_body(agent: &Agent, url: &str) -> Result<(), Error> {
    agent.post(url).send("text")?; //~ unread_body
    agent.put(url).content_type("text/plain").send(&b"bytes"[..])?; //~ unread_body
    agent.patch(url).send_empty()?; //~ unread_body
    agent.post(url).send_form([("a", "b")])?; //~ unread_body
    agent.post(url).send_json("text")?; //~ unread_body
    agent.get(url).force_send_body().send("text")?; //~ unread_body
    Ok(())
}

pub fn requests_of_http(agent: &Agent, url: &str) -> Result<(), Error> {
    agent.run(Request::get(url).body(())?)?; //~ unread_body
    Request::post(url).body("text")?.with_agent(agent).run()?; //~ unread_body
    Request::get(url).body(())?.with_agent(agent).configure().https_only(true).run()?; //~ unread_body
    Ok(())
}

pub fn of_an_agent_of_ones_own(url: &str) -> Result<(), Error> {
    let agent: Agent = Agent::config_builder().user_agent("ping").build().into();
    agent.get(url).call()?; //~ unread_body
    agent.get(url).call()?;
    Ok(())
}

pub fn given(response: Response<ureq::Body>) -> u16 { //~ unread_body
    response.status().as_u16()
}
