use std::time::Duration;

use reqwest::{Client, Error};
use tokio::time::timeout;

pub async fn in_time(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?;
    timeout(Duration::from_secs(1), response.text()).await.ok().transpose()
}
