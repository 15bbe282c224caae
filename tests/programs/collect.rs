//! The plain way to read a body.
//@ response: 200 length=65536
//@ guard: drained
//@ connections: 1

use http::Uri;
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let body = client.get(uri).await?.into_body();
    let bytes = body.collect().await?.to_bytes();
    if bytes.len() == 65536 { Ok(()) } else { Err("too short".into()) }
}
