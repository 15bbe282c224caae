//! A read buffer that has grown by large bodies takes 64 KiB at once, so a warm client hides the bug.
//@ response: 200 length=4000000
//@ response: 200 length=4000000
//@ response: 200 length=65536
//@ guard: drained
//@ guard: drained
//@ guard: unread survived
//@ connections: 1

use http::Uri;
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    for _ in 0..2 {
        let response = client.get(uri.clone()).await?;
        response.into_body().collect().await?;
    }
    let response = client.get(uri).await?; //~ unread_body
    let _ = http_body_util::BodyExt::collect(response).await;
    Ok(())
}
