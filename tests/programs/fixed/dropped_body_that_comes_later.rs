//! The same 200 bytes, written later than the head, cost the connection.
//@ response: 200 length=200 late=5000
//@ guard: unread lost
//@ connections: 2

use http::Uri;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let response = client.get(uri).await?; //~ unread_body
    let _ = http_body_util::BodyExt::collect(response).await;
    Ok(())
}
