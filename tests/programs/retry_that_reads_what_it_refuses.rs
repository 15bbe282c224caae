//! The same retry with the refused response read before the next request.
//@ response: 503 length=65536
//@ response: 200 length=200
//@ guard: drained
//@ guard: drained
//@ connections: 1

use http::Uri;
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    loop {
        let response = client.get(uri.clone()).await?;
        let status = response.status();
        response.into_body().collect().await?;
        if !status.is_server_error() {
            return Ok(());
        }
    }
}
