//! A branch that is only taken for 204 owes nothing.
//@ response: 204
//@ guard: exempt
//@ connections: 1

use http::{StatusCode, Uri};
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let response = client.get(uri).await?;
    if response.status() == StatusCode::NO_CONTENT {
        return Ok(());
    }
    let reason = response.into_body().collect().await?.to_bytes();
    Err(String::from_utf8_lossy(&reason).into())
}
