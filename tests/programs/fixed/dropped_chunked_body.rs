//! All data has arrived, but a chunked body ends with its last chunk, and that is still to come.
//@ response: 200 chunked=200 late=5000
//@ guard: unread lost
//@ connections: 2

use http::Uri;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let _response = client.get(uri).await?; //~ unread_body
    let _ = http_body_util::BodyExt::collect(_response).await;
    Ok(())
}
