use reqwest::{Client as Http, Response as Reply, Result as Fallible};

type Client = Http;

pub async fn fetch(client: &Client, url: &str) -> Fallible<String> {
    let reply: Reply = client.get(url).send().await?;
    reply.text().await
}
