//! The refused response dies when the next one takes its place.
//@ response: 503 length=65536
//@ response: 200 length=200
//@ guard: unread lost
//@ guard: drained
//@ connections: 3

use http::Uri;
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let mut response = client.get(uri.clone()).await?; //~ unread_on_exit
    if response.status().is_server_error() {
        response = client.get(uri).await?;
    }
    response.into_body().collect().await?;
    Ok(())
}
