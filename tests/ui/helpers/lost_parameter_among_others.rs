use std::collections::HashMap;

use reqwest::{Client, Error, Response};

async fn record(
    name: &str,
    counts: &mut HashMap<
        String,
        usize,
    >,
    other: Response,
    response: Response, //~ unread_body
) -> Result<String, Error> {
    *counts.entry(name.to_owned()).or_default() += usize::from(response.status().is_success());
    other.text().await
}

pub async fn first(client: &Client, counts: &mut HashMap<String, usize>) -> Result<String, Error> {
    let other = client.get("http://other").send().await?;
    let bytes = other.bytes().await?;
    println!("{bytes:?}");
    record(
        "first",
        counts,
        client.get("http://other").send().await?,
        client.get("http://first").send().await?,
    )
    .await
}
