//! The error path returns before the body is read; error pages can be large.
//@ response: 404 length=65536
//@ result: error
//@ guard: unread lost
//@ connections: 2

use http::{StatusCode, Uri};
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let response = client.get(uri).await?; //~ unread_on_exit
    if response.status() == StatusCode::NOT_FOUND {
        let _ = http_body_util::BodyExt::collect(response).await;
        return Err("no such item".into());
    }
    response.into_body().collect().await?;
    Ok(())
}
