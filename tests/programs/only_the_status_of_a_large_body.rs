//! A health check that looks at the status and forgets that there is a body.
//@ response: 200 length=65536
//@ guard: unread lost
//@ connections: 2

use http::Uri;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let status = client.get(uri).await?.status(); //~ unread_body
    if !status.is_success() {
        return Err(format!("unhealthy: {status}").into());
    }
    Ok(())
}
