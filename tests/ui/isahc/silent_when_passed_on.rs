//@ dependency: isahc = '2'
use isahc::{AsyncBody, Body, Error, HttpClient, Response, ResponseFuture, prelude::*};

pub fn returned(client: &HttpClient, url: &str) -> Result<Response<Body>, Error> {
    client.get(url)
}

pub fn not_awaited_here<'a>(client: &'a HttpClient, url: &str) -> ResponseFuture<'a> {
    client.get_async(url)
}

pub fn sent_on(client: &HttpClient, from: &str, to: &str) -> Result<String, Error> {
    let response = client.get(from)?;
    Ok(client.post(to, response.into_body())?.text()?)
}

pub async fn wrapped(client: &HttpClient, url: &str) -> Result<Response<AsyncBody>, Error> {
    Ok(client.get_async(url).await?.map(AsyncBody::from_reader))
}
