//! A function that hands its response out owes nothing; the caller does, and pays.
//@ response: 200 length=65536
//@ guard: drained
//@ connections: 1

use http::{Response, Uri};
use http_body_util::BodyExt;
use undrained_tests::{Body, Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let response = fetch(client, uri).await?;
    response.into_body().collect().await?;
    Ok(())
}

async fn fetch(client: &Client, uri: Uri) -> Result<Response<Body>, Error> {
    Ok(client.get(uri).await?)
}
