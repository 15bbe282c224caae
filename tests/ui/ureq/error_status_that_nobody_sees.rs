//@ dependency: ureq = '3'
//@ pedantic
use ureq::{Agent, Error};

pub fn by_default(agent: &Agent, url: &str) -> Result<String, Error> {
    agent.get(url).call()?.body_mut().read_to_string() //~ MISS unread_error_status -- a body that comes and goes inside of one call of a stub belongs to nobody
}

pub fn turned_off(agent: &Agent, url: &str) -> Result<String, Error> {
    agent.get(url).config().http_status_as_error(false).build().call()?.body_mut().read_to_string()
}

pub fn turned_off_for_all(url: &str) -> Result<String, Error> {
    let agent = ureq::config::Config::builder().http_status_as_error(false).build().new_agent();
    agent.get(url).call()?.body_mut().read_to_string()?;
    agent.get(url).call()?.body_mut().read_to_string()
}
