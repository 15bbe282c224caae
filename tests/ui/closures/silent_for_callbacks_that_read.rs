//@ dependency: acme = '1'
use reqwest::{Error, Response, blocking};

pub async fn text(url: &str) -> Result<String, Error> {
    acme::cached(url, async |response: Response| response.text().await).await
}

pub fn by_reference(url: &str) -> u16 {
    acme::watched(url, |response: &blocking::Response| response.status().as_u16())
}

pub fn handed_on(url: &str) -> Result<Vec<u8>, Error> {
    acme::fetched(url, |response: blocking::Response| acme::decoded(response))
}
