//! A health check that looks at the status and forgets that there is a body.
//@ response: 200 length=65536
//@ guard: unread lost
//@ connections: 2

use http::Uri;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let response = client.get(uri).await?;
    let status = response.status(); //~ unread_body
    let _ = http_body_util::BodyExt::collect(response).await;
    if !status.is_success() {
        return Err(format!("unhealthy: {status}").into());
    }
    Ok(())
}
