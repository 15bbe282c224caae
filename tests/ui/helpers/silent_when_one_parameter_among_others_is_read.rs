use std::collections::HashMap;

use reqwest::{Client, Error, Response};

async fn record(
    name: &str,
    counts: &mut HashMap<
        String,
        usize,
    >,
    agent: Option<String>,
    response: Response,
) -> Result<String, Error> {
    *counts.entry(agent.unwrap_or_else(|| name.to_owned())).or_default() += 1;
    response.text().await
}

pub async fn first(client: &Client, counts: &mut HashMap<String, usize>) -> Result<String, Error> {
    record("first", counts, None, client.get("http://first").send().await?).await
}

pub async fn second(client: &Client, counts: &mut HashMap<String, usize>) -> Result<String, Error> {
    record(
        "second",
        counts,
        Some("agent".to_owned()),
        client.get("http://second").send().await?,
    )
    .await
}
