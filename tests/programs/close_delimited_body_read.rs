//! An HTTP/1.0 server ends the body by ending the connection.
//@ response: 200 until-close=65536 http/1.0
//@ guard: drained
//@ connections: 2

use http::Uri;
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let response = client.get(uri).await?;
    response.into_body().collect().await?;
    Ok(())
}
