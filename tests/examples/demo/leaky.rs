//! Two requests to one host, one after the other: the connection should serve both.

use http::Uri;
use undrained_tests::{Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    for _ in 0..2 {
        let response = client.get(uri.clone()).await?;
        if !response.status().is_success() {
            return Err(format!("refused: {}", response.status()).into());
        }
    }
    Ok(())
}
