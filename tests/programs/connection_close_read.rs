//! The server ends the connection, however well the body is read: nobody is to blame.
//@ response: 200 length=65536 close
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
