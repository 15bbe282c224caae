//! A short body that shares a packet with its head has arrived before anybody can drop it.
//!
//! The lint cannot know that; the guard can, and says that nothing was lost.
//@ response: 200 length=200
//@ guard: unread survived
//@ connections: 1

use http::Uri;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let response = client.get(uri).await?; //~ unread_body
    let _ = http_body_util::BodyExt::collect(response).await;
    Ok(())
}
