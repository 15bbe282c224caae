//@ dependency: ureq = '2'
use ureq::{Agent, Error, OrAnyStatus, Response, Transport};

// On the other path an error takes the body along.
pub fn with_its_errors_passed_on(agent: &Agent, url: &str) -> Result<(), Error> {
    agent.get(url).call()?; //~ unread_on_exit
    agent.delete(url).set("accept", "*/*").query("a", "b").call()?; //~ unread_on_exit
    agent.request("OPTIONS", url).call()?; //~ unread_on_exit
    agent.post(url).send_string("text")?; //~ unread_on_exit
    agent.put(url).send_bytes(b"bytes")?; //~ unread_on_exit
    agent.patch(url).send_form(&[("a", "b")])?; //~ unread_on_exit
    agent.post(url).send_json("text")?; //~ unread_on_exit
    agent.post(url).send(&b"reader"[..])?; //~ unread_on_exit
    Ok(())
}

pub fn whatever_the_status(agent: &Agent, url: &str) -> Result<u16, Transport> {
    Ok(agent.get(url).call().or_any_status()?.status()) //~ unread_body
}

pub fn of_an_agent_of_ones_own(url: &str) -> Result<(), Transport> {
    let agent = ureq::builder().user_agent("ping").build();
    agent.get(url).call().or_any_status()?; //~ unread_body
    agent.get(url).call().or_any_status()?;
    Ok(())
}

pub fn given(response: Response) -> u16 { //~ unread_body
    response.status()
}
