//! A response in a struct of one's own, which reads it when asked.
//@ response: 200 length=65536
//@ guard: drained
//@ connections: 1

use http::{Response, Uri};
use http_body_util::BodyExt;
use undrained_tests::{Body, Client, Error};

struct Page {
    response: Response<Body>,
}

impl Page {
    async fn length(self) -> Result<usize, Error> {
        Ok(self.response.into_body().collect().await?.to_bytes().len())
    }
}

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let page = Page { response: client.get(uri).await? };
    if page.length().await? == 65536 { Ok(()) } else { Err("too short".into()) }
}
