//! Success and failure both read the body, the second one for its message.
//@ response: 503 length=65536
//@ result: error
//@ guard: drained
//@ connections: 1

use http::Uri;
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let response = client.get(uri).await?;
    if response.status().is_success() {
        response.into_body().collect().await?;
        Ok(())
    } else {
        let reason = response.into_body().collect().await?.to_bytes();
        Err(String::from_utf8_lossy(&reason).into())
    }
}
