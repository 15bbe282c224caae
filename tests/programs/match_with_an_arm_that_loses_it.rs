//! One arm reads, the other only takes the status along.
//@ response: 503 length=65536
//@ result: error
//@ guard: unread lost
//@ connections: 2

use http::Uri;
use http_body_util::BodyExt;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let answer = client.get(uri).await; //~ unread_on_exit
    match answer {
        Ok(response) if response.status().is_success() => {
            response.into_body().collect().await?;
            Ok(())
        }
        Ok(response) => Err(format!("refused: {}", response.status()).into()),
        Err(error) => Err(error.into()),
    }
}
