use reqwest::{Client, Error, Method, RequestBuilder};

const PROBE: Method = Method::HEAD;

pub struct Probe {
    method: Method,
}

fn prepare(client: &Client, url: &str) -> RequestBuilder {
    client.head(url).header("accept", "*/*")
}

pub async fn constant(client: &Client, url: &str) -> Result<bool, Error> {
    Ok(client.request(PROBE, url).send().await?.status().is_success())
}

pub async fn local(client: &Client, url: &str) -> Result<bool, Error> {
    let method = Method::HEAD;
    let request = client.request(method, url);
    Ok(request.send().await?.status().is_success())
}

pub async fn prepared(client: &Client, url: &str) -> Result<bool, Error> {
    Ok(prepare(client, url).send().await?.status().is_success())
}

pub async fn field(client: &Client, url: &str) -> Result<bool, Error> {
    let probe = Probe { method: Method::HEAD };
    Ok(client.request(probe.method, url).send().await?.status().is_success())
}
