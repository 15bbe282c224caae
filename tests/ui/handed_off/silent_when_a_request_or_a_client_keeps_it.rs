//@ dependency: isahc = { version = '2', features = ['unstable-interceptors'] }
//@ dependency: ureq = '3'
//@ dependency: ureq_2 = { package = 'ureq', version = '2' }
use std::sync::Arc;

use hyper_util::client::legacy::connect::Connected;
use isahc::HttpClient;
use reqwest::Client;
use reqwest_middleware::ClientWithMiddleware;
use ureq::{Agent, Body, SendBody, http, middleware::MiddlewareNext};

pub async fn extension(client: &ClientWithMiddleware, url: &str) -> reqwest_middleware::Result<String> {
    let first = client.get(url).send().await?;
    let request = client.get(url).with_extension(Arc::new(first));
    Ok(request.send().await?.text().await?)
}

pub async fn extra(client: &Client, url: &str) -> reqwest::Result<Connected> {
    let response = client.get(url).send().await?;
    Ok(Connected::new().extra(Arc::new(response)))
}

pub fn extension_of_ureq(agent: &Agent, url: &str) -> Result<String, ureq::Error> {
    let first = agent.get(url).call()?;
    let request = agent.get(url).extension(Arc::new(first));
    request.call()?.body_mut().read_to_string()
}

pub fn middleware(agent: &Agent, url: &str) -> Result<Agent, ureq::Error> {
    let first = agent.get(url).call()?;
    let keep = move |request: http::Request<SendBody>, next: MiddlewareNext| -> Result<http::Response<Body>, ureq::Error> {
        first.status();
        next.handle(request)
    };
    Ok(Agent::config_builder().middleware(keep).build().new_agent())
}

pub fn middleware_of_ureq_2(agent: &ureq_2::Agent, url: &str) -> Result<ureq_2::Agent, ureq_2::Error> {
    let first = agent.get(url).call()?;
    let keep = move |request: ureq_2::Request, next: ureq_2::MiddlewareNext| {
        first.status();
        next.handle(request)
    };
    Ok(ureq_2::builder().middleware(keep).build())
}

pub fn interceptor(client: &HttpClient, url: &str) -> Result<HttpClient, isahc::Error> {
    let first = client.get(url)?;
    HttpClient::builder().interceptor(move |request| request.keep(&first)).build()
}
