//! Reading as many bytes as were expected is not reading to the end.
//@ response: 200 chunked=200 late=5000
//@ guard: partly_read lost
//@ connections: 2

use http::Uri;
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let mut body = client.get(uri).await?.into_body(); //~ partly_read
    let mut missing = 200;
    while missing > 0 {
        let frame = body.frame().await.ok_or("too short")??;
        missing -= frame.data_ref().map_or(0, |data| data.len());
    }
    Ok(())
}
