//! The response goes to a function which reads it.
//@ response: 200 length=65536
//@ guard: drained
//@ connections: 1

use http::{Response, Uri};
use http_body_util::BodyExt;
use undrained_tests::{Body, Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let response = client.get(uri).await?;
    let text = text(response).await?;
    if text.is_empty() { Err("empty".into()) } else { Ok(()) }
}

async fn text(response: Response<Body>) -> Result<String, Error> {
    let bytes = response.into_body().collect().await?.to_bytes();
    Ok(String::from_utf8(bytes.to_vec())?)
}
