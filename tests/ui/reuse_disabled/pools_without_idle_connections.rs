//@ pedantic
use bytes::Bytes;
use http_body_util::Full;
use hyper_util::{client::legacy, rt::TokioExecutor};
use reqwest::{Client, ClientBuilder, Error, blocking};

const NONE: usize = 0;

pub fn of_reqwest() -> Result<Client, Error> {
    Client::builder().pool_max_idle_per_host(0).build() //~ reuse_disabled
}

pub fn of_the_blocking_one() -> Result<blocking::Client, Error> {
    blocking::Client::builder().user_agent("ping").pool_max_idle_per_host(NONE).build() //~ reuse_disabled
}

pub fn of_hyper() -> legacy::Client<legacy::connect::HttpConnector, Full<Bytes>> {
    legacy::Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).build_http() //~ reuse_disabled
}

pub async fn of_a_client_that_is_used(url: &str) -> Result<bool, Error> {
    let idle = 0;
    let client = Client::builder().pool_max_idle_per_host(idle).build()?; //~ reuse_disabled
    client.get(url).send().await?;
    Ok(client.get(url).send().await?.status().is_success())
}

pub fn of_a_builder_that_is_given(builder: ClientBuilder) -> ClientBuilder {
    builder.pool_max_idle_per_host(0) //~ reuse_disabled
}

pub fn in_a_closure(builder: Option<ClientBuilder>) -> Option<ClientBuilder> {
    builder.map(|builder| builder.pool_max_idle_per_host(0)) //~ reuse_disabled
}

fn quiet(builder: ClientBuilder, idle: usize) -> ClientBuilder {
    builder.pool_max_idle_per_host(idle)
}

pub async fn by_a_helper_that_does_what_it_is_told(url: &str) -> Result<bool, Error> {
    let client = quiet(Client::builder(), 0).build()?; //~ MISS reuse_disabled -- what a function is told by one of its callers is not told
    client.get(url).send().await?;
    Ok(client.get(url).send().await?.status().is_success())
}
