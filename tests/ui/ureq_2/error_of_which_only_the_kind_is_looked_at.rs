//@ dependency: ureq = '2'
//@ pedantic
use ureq::{Agent, ErrorKind};

pub fn kind(agent: &Agent, url: &str) -> Option<ErrorKind> {
    match agent.get(url).call() { //~ unread_error_status
        Ok(response) => {
            let _ = response.into_string();
            None
        }
        Err(error) => Some(error.kind()),
    }
}
