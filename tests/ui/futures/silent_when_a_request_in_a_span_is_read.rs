use reqwest::{Client, Error, Response};
use tracing::{Instrument, Span, debug_span};

pub async fn read(client: &Client, url: &str, span: Span) -> Result<String, Error> {
    let response = client.get(url).send().instrument(span).await?;
    response.text().instrument(debug_span!("read")).await
}

pub async fn in_the_current_span(client: &Client, url: &str) -> Result<Vec<u8>, Error> {
    let response = client.get(url).send().in_current_span().await?;
    Ok(response.bytes().await?.to_vec())
}

pub async fn given_back(client: &Client, url: &str, span: Span) -> Result<Response, Error> {
    let request = client.get(url);
    async move { request.send().await }.instrument(span).await
}
