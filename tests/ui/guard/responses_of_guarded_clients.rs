//@ dependency: undrained = { version = '0.1', features = ['enabled', 'hyper', 'hyper-util', 'reqwest-blocking', 'ureq'] }
//@ dependency: ureq = "3"

use bytes::Bytes;
use http_body_util::Empty;
use hyper_util::client::legacy::connect::HttpConnector;
use undrained::{Guard, LegacyClient};

async fn by_send(guard: &Guard, client: &reqwest::Client) -> reqwest::Result<()> {
    let response = guard.send(client.get("http://a/")).await?; //~ unread_body
    println!("{}", response.status());
    Ok(())
}

fn by_blocking_send(guard: &Guard, client: &reqwest::blocking::Client) -> reqwest::Result<()> {
    let response = guard.send(client.get("http://a/"))?; //~ unread_body
    println!("{}", response.headers().len());
    Ok(())
}

async fn by_client(client: &LegacyClient<HttpConnector, Empty<Bytes>>) {
    let _ = client.get("http://a/".parse().unwrap()).await; //~ unread_body
}

async fn in_a_scope(client: &LegacyClient<HttpConnector, Empty<Bytes>>) {
    undrained::scope()
        .run(async {
            let response = client.get("http://a/".parse().unwrap()).await.unwrap(); //~ unread_body
            assert!(response.status().is_success());
        })
        .await;
}

fn by_agent(guard: &Guard) -> Result<(), ureq::Error> {
    let agent = guard.ureq(ureq::Agent::config_builder());
    for _ in 0..2 {
        let response = agent.get("http://a/").call()?; //~ unread_body
        println!("{}", response.status());
    }
    Ok(())
}
