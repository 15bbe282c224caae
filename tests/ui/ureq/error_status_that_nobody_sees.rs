//@ dependency: ureq = '3'
//@ pedantic
use ureq::{Agent, Body, Error, http::Response};

pub fn by_default(agent: &Agent, url: &str) -> Result<String, Error> {
    agent.get(url).call()?.body_mut().read_to_string() //~ unread_error_status
}

pub fn told_where_it_is_asked(agent: &Agent, url: &str) -> Result<String, Error> {
    fn get(agent: &Agent, url: &str) -> Result<Response<Body>, Error> {
        agent.get(url).call() //~ unread_error_status
    }
    get(agent, url)?.body_mut().read_to_string()
}

pub fn of_which_the_number_is_kept(agent: &Agent, url: &str) -> Result<Option<String>, Error> {
    match agent.get(url).call() { //~ unread_error_status
        Ok(mut response) => response.body_mut().read_to_string().map(Some),
        Err(Error::StatusCode(404)) => Ok(None),
        Err(error) => Err(error),
    }
}

pub fn in_a_closure(agent: &Agent, urls: &[&str]) -> Vec<Result<String, Error>> {
    let get = |url: &str| agent.get(url).call()?.body_mut().read_to_string(); //~ unread_error_status
    urls.iter().map(|url| get(url)).collect()
}

pub fn worse_things_first(agent: &Agent, url: &str) -> Result<u16, Error> {
    let response = agent.get(url).call()?; //~ unread_body
    Ok(response.status().as_u16())
}

pub fn turned_off(agent: &Agent, url: &str) -> Result<String, Error> {
    agent.get(url).config().http_status_as_error(false).build().call()?.body_mut().read_to_string()
}

pub fn turned_off_for_all(url: &str) -> Result<String, Error> {
    let agent = ureq::config::Config::builder().http_status_as_error(false).build().new_agent();
    agent.get(url).call()?.body_mut().read_to_string()?;
    agent.get(url).call()?.body_mut().read_to_string()
}

pub fn without_a_body(agent: &Agent, url: &str) -> Result<u16, Error> {
    Ok(agent.head(url).call()?.status().as_u16())
}

pub fn without_a_pool(url: &str) -> Result<String, Error> {
    ureq::get(url).call()?.body_mut().read_to_string()
}

pub fn pool_of_one_request(url: &str) -> Result<String, Error> {
    Agent::new_with_defaults().get(url).call()?.body_mut().read_to_string()
}
