//@ dependency: ureq = '2'
use ureq::{Agent, Error};

pub fn arm_for_a_status(agent: &Agent, url: &str) -> Result<Option<String>, Error> {
    match agent.get(url).call() {
        Ok(response) => Ok(Some(response.into_string()?)),
        Err(Error::Status(404, _)) => Ok(None),
        Err(error) => Err(error),
    }
}

pub fn any_error(agent: &Agent, url: &str) -> Option<String> {
    agent.get(url).call().ok()?.into_string().ok()
}

pub fn in_words(agent: &Agent, url: &str) -> Result<String, String> {
    let response = agent.get(url).call().map_err(|error| format!("{error}"))?;
    response.into_string().map_err(|error| error.to_string())
}
