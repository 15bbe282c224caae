//! The response goes to a function which looks at the head, and dies there: the function is to blame.
//@ response: 200 length=65536
//@ guard: unread lost
//@ connections: 2

use http::{Response, Uri};
use undrained_tests::{Body, Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let response = client.get(uri).await?;
    if is_alive(response) { Ok(()) } else { Err("dead".into()) }
}

fn is_alive(response: Response<Body>) -> bool {
    //~^ unread_body
    response.status().is_success()
}
