//! The same two requests with each body read to its end, whatever the status.

use http::Uri;
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    for _ in 0..2 {
        let (head, body) = client.get(uri.clone()).await?.into_parts();
        body.collect().await?;
        if !head.status.is_success() {
            return Err(format!("refused: {}", head.status).into());
        }
    }
    Ok(())
}
