//@ dependency: ureq = '3'
//@ pedantic
use std::{thread, time::Duration};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::{Client, connect::HttpConnector};

pub fn of_ureq(agent: &ureq::Agent, url: &str) -> Result<String, ureq::Error> {
    let mut response = agent.get(url).call()?; //~ held_unread, unread_on_exit
    agent.get(url).call()?.body_mut().read_to_string()?; //~ unread_error_status
    response.body_mut().read_to_string()
}

pub fn of_ureq_asleep(agent: &ureq::Agent, url: &str) -> Result<String, ureq::Error> {
    let mut response = agent.get(url).call()?; //~ held_unread, unread_error_status
    thread::sleep(Duration::from_secs(1));
    response.body_mut().read_to_string()
}

pub async fn of_hyper(client: &Client<HttpConnector, Full<Bytes>>, url: http::Uri) -> Option<usize> {
    let first = client.get(url.clone()).await.ok()?; //~ held_unread, unread_on_exit
    let second = client.get(url).await.ok()?;
    let length = second.into_body().collect().await.ok()?.to_bytes().len();
    Some(length + first.into_body().collect().await.ok()?.to_bytes().len())
}
