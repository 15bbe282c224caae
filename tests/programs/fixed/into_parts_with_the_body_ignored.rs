//! Only the head is wanted, and the body goes with the pattern.
//@ response: 200 length=65536
//@ guard: unread lost
//@ connections: 2

use http::Uri;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let (head, body) = client.get(uri).await?.into_parts(); //~ unread_body
    let _ = http_body_util::BodyExt::collect(body).await;
    head.headers.get("content-length").ok_or("no length")?;
    Ok(())
}
