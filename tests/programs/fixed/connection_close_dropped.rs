//! The lint sees a drop, but what the server would have closed anyway cannot be lost.
//@ response: 200 length=65536 close
//@ guard: exempt
//@ connections: 2

use http::Uri;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let _ = http_body_util::BodyExt::collect(client.get(uri).await?).await; //~ unread_body
    Ok(())
}
