//! The read is cancelled half way. The lint has a rule of its own for it, which is off by default.
//@ response: 200 length=200 late=5000
//@ result: error
//@ guard: unread lost
//@ connections: 2

use std::time::Duration;

use http::Uri;
use http_body_util::BodyExt;
use tokio::time::timeout;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let body = client.get(uri).await?.into_body();
    timeout(Duration::from_millis(20), body.collect()).await??;
    Ok(())
}
