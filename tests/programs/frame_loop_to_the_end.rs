//! Frame by frame until there is none left, also where the end comes late.
//@ response: 200 chunked=200 late=50
//@ guard: drained
//@ connections: 1

use http::Uri;
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let mut response = client.get(uri).await?;
    let mut length = 0;
    while let Some(frame) = response.frame().await {
        length += frame?.data_ref().map_or(0, |data| data.len());
    }
    if length == 200 { Ok(()) } else { Err("too short".into()) }
}
