//! Looking for something in a body, and stopping when it is found.
//@ response: 200 length=262144
//@ guard: partly_read lost
//@ connections: 2

use http::Uri;
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let mut response = client.get(uri).await?; //~ partly_read
    while let Some(frame) = response.frame().await {
        let found = frame?.data_ref().is_some_and(|data| data.contains(&b'x'));
        if found {
            break;
        }
    }
    Ok(())
}
