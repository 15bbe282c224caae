//@ dependency: ureq = '2'
//@ pedantic
use ureq::{Agent, Error};

pub fn arm_for_a_status(agent: &Agent, url: &str) -> Result<Option<String>, Error> {
    match agent.get(url).call() { //~ unread_error_status
        Ok(response) => Ok(Some(response.into_string()?)),
        Err(Error::Status(404, _)) => Ok(None),
        Err(error) => Err(error),
    }
}

pub fn any_error(agent: &Agent, url: &str) -> Option<String> {
    agent.get(url).call().ok()?.into_string().ok() //~ unread_error_status
}

pub fn made_into_words(agent: &Agent, url: &str) -> Result<String, String> {
    let response = agent.get(url).call().map_err(|error| error.to_string())?; //~ unread_error_status
    response.into_string().map_err(|error| error.to_string())
}

pub fn read(agent: &Agent, url: &str) -> Result<String, String> {
    let response = match agent.get(url).call() {
        Ok(response) => response,
        Err(Error::Status(code, response)) => {
            return Err(format!("{code}: {}", response.into_string().unwrap_or_default()));
        }
        Err(error) => return Err(error.kind().to_string()),
    };
    response.into_string().map_err(|error| error.to_string())
}

pub fn read_later(agent: &Agent, url: &str) -> Result<String, String> {
    let error = match agent.get(url).call() {
        Ok(response) => return response.into_string().map_err(|error| error.to_string()),
        Err(error) => error,
    };
    Err(error.into_response().and_then(|response| response.into_string().ok()).unwrap_or_default())
}
