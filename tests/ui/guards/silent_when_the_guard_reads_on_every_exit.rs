use std::io::Read;

use reqwest::blocking::{Client, Response};

fn drain(mut response: Response) {
    let _ = std::io::copy(&mut response, &mut std::io::sink());
}

pub struct Draining(Option<Response>);

impl Drop for Draining {
    fn drop(&mut self) {
        if let Some(response) = self.0.take() {
            drain(response);
        }
    }
}

pub fn left_before_the_read(client: &Client, url: &str) -> reqwest::Result<Option<String>> {
    let mut guard = Draining(Some(client.get(url).send()?));
    if guard.0.as_ref().is_some_and(|response| !response.status().is_success()) {
        return Ok(None);
    }
    guard.0.take().map(Response::text).transpose()
}

pub fn read_in_between(client: &Client, url: &str) -> std::io::Result<String> {
    let mut guard = Draining(client.get(url).send().ok());
    let mut text = String::new();
    if let Some(response) = &mut guard.0
        && response.status().is_success()
    {
        response.read_to_string(&mut text)?;
        return Ok(text);
    }
    Ok(text)
}

pub struct Plain(Response);

impl Drop for Plain {
    fn drop(&mut self) {
        let _ = std::io::copy(&mut self.0, &mut std::io::sink());
    }
}

pub fn without_an_option(client: &Client, url: &str) -> reqwest::Result<u16> {
    let guard = Plain(client.get(url).send()?);
    Ok(guard.0.status().as_u16())
}
