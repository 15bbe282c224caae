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

pub async fn known(
    client: &Client,
    counts: &mut HashMap<String, usize>,
    other: Response,
) -> Result<String, Error> {
    let response = match client.get("http://known").send().await {
        Ok(response) => response,
        Err(_) => return other.text().await,
    };
    record("known", counts, other, response).await
}
