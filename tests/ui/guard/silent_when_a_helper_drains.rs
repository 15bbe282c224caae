//@ dependency: undrained = { version = '0.1', features = ['enabled', 'hyper-util', 'reqwest-blocking', 'ureq'] }
//@ dependency: ureq = "3"

use std::time::Duration;

use bytes::Bytes;
use http_body_util::Empty;
use hyper_util::client::legacy::connect::HttpConnector;
use undrained::{Guard, LegacyClient};

const SECOND: Duration = Duration::from_secs(1);

async fn of_reqwest(client: &reqwest::Client) -> reqwest::Result<String> {
    let response = client.get("http://a/").send().await?;
    if !response.status().is_success() {
        undrained::reqwest::drain(response, 1000, SECOND).await;
        return Ok(String::new());
    }
    response.text().await
}

fn of_blocking_reqwest(guard: &Guard, client: &reqwest::blocking::Client) -> reqwest::Result<()> {
    let response = guard.send(client.get("http://a/"))?;
    undrained::reqwest_blocking::drain(response, 1000, SECOND);
    Ok(())
}

async fn of_hyper(client: &LegacyClient<HttpConnector, Empty<Bytes>>) {
    if let Ok(response) = client.get("http://a/".parse().unwrap()).await {
        undrained::drain(response, 1000, SECOND).await;
    }
}

fn of_ureq(agent: &ureq::Agent) -> Result<(), ureq::Error> {
    let response = agent.get("http://a/").call()?;
    undrained::ureq::drain(response, 1000, SECOND);
    Ok(())
}
