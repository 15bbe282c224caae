//! The rest is read in the background, the answer does not wait for it.
//@ response: 200 length=65536
//@ guard: drained
//@ connections: 1

use http::Uri;
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let response = client.get(uri).await?;
    let status = response.status();
    tokio::spawn(async move {
        // What it says does not matter, only that it was read.
        let _ = response.into_body().collect().await;
    });
    if status.is_success() { Ok(()) } else { Err("refused".into()) }
}
