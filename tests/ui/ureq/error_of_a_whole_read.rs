//@ dependency: ureq = '3'
use ureq::{Agent, Error};

pub fn json(agent: &Agent, url: &str) -> Result<Option<Vec<u8>>, Error> {
    let mut response = agent.get(url).call()?; //~ MISS partly_read -- JSON that does not parse is taken for a failed body
    match response.body_mut().read_json::<Vec<u8>>() {
        Ok(bytes) => Ok(Some(bytes)),
        Err(Error::Json(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

pub fn limit(agent: &Agent, url: &str) -> Result<Vec<u8>, Error> {
    agent.get(url).call()?.into_body().into_with_config().limit(16).read_to_vec() //~ MISS partly_read -- a limit that was passed is taken for a failed body
}
