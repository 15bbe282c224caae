//! The response to `HEAD` names a length and has no body.
//@ response: 200 length=65536
//@ guard: exempt
//@ connections: 1

use http::{Method, Request, Uri};
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let request = Request::builder().method(Method::HEAD).uri(uri).body(Default::default())?;
    let response = client.request(request).await?;
    response.headers().get("content-length").ok_or("no length")?;
    Ok(())
}
