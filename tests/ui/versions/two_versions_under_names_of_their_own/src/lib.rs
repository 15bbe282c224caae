use new_http::Agent;
use old_http::OrAnyStatus;

pub fn lost_by_the_new(agent: &Agent, url: &str) -> Result<u16, new_http::Error> {
    Ok(agent.get(url).call()?.status().as_u16()) //~ unread_body
}

pub fn read_by_the_new(agent: &Agent, url: &str) -> Result<Vec<u8>, new_http::Error> {
    agent.get(url).call()?.body_mut().read_to_vec()
}

pub fn lost_by_the_old(agent: &old_http::Agent, url: &str) -> Result<u16, old_http::Transport> {
    Ok(agent.get(url).call().or_any_status()?.status()) //~ unread_body
}

pub fn read_by_the_old(agent: &old_http::Agent, url: &str) -> Result<String, old_http::Error> {
    Ok(agent.get(url).call()?.into_string()?)
}
