//! A cache that is still fresh: 304 never has a body.
//@ response: 304
//@ guard: exempt
//@ connections: 1

use bytes::Bytes;
use http::{StatusCode, Uri};
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    match refresh(client, uri).await? {
        Some(fresh) if fresh.is_empty() => Err("empty".into()),
        _ => Ok(()),
    }
}

async fn refresh(client: &Client, uri: Uri) -> Result<Option<Bytes>, Error> {
    let response = client.get(uri).await?;
    match response.status() {
        StatusCode::NOT_MODIFIED => Ok(None),
        _ => Ok(Some(response.into_body().collect().await?.to_bytes())),
    }
}
