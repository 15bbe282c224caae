//! The parser fails, but only after the whole body was read.
//@ response: 200 length=65536
//@ result: error
//@ guard: drained
//@ connections: 1

use http::Uri;
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let response = client.get(uri).await?;
    let bytes = response.into_body().collect().await?.to_bytes();
    let _count: u64 = std::str::from_utf8(&bytes)?.parse()?;
    Ok(())
}
