//@ dependency: ureq = '2'
//@ pedantic
use std::io::{self, Read};

use reqwest::blocking::Client;
use ureq::{Agent, Error};

pub fn error_of_a_file(client: &Client, url: &str, file: io::Error) -> anyhow::Result<()> {
    let mut response = client.get(url).send()?;
    if let Error::Transport(_) = Error::from(file) {
        response.read_to_end(&mut Vec::new())?;
    }
    Ok(())
}

pub fn error_of_a_status(agent: &Agent, client: &Client, url: &str) -> anyhow::Result<()> {
    let mut response = client.get(url).send()?;
    match agent.get(url).call() { //~ unread_error_status
        Err(error @ Error::Status(..)) => {
            if error.into_transport().is_none() {
                response.read_to_end(&mut Vec::new())?;
            }
        }
        Err(_) => drop(response.text()?),
        Ok(answer) => {
            answer.into_string().ok();
            response.read_to_end(&mut Vec::new())?;
        }
    }
    Ok(())
}
