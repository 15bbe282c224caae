//! Over HTTP/2 only the stream is reset. Source code does not show the protocol, so the lint warns.
//@ protocol: http2
//@ response: 200 length=65536
//@ guard: unread reset
//@ connections: 1

use http::Uri;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let response = client.get(uri).await?; //~ unread_body
    let _ = http_body_util::BodyExt::collect(response).await;
    Ok(())
}
