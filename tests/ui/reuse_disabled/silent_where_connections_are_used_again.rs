//@ pedantic
use reqwest::{
    Client, ClientBuilder, Error,
    header::{ACCEPT, CONNECTION, HeaderMap, HeaderValue},
};

pub fn some_are_kept() -> Result<Client, Error> {
    Client::builder().pool_max_idle_per_host(1).build()
}

pub fn a_number_from_elsewhere(idle: usize) -> Result<Client, Error> {
    Client::builder().pool_max_idle_per_host(idle).build()
}

pub fn nobody_says_how_many() -> Result<Client, Error> {
    Client::builder().user_agent("many").build()
}

pub async fn kept_alive(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).header(CONNECTION, "keep-alive").send().await?.text().await
}

pub async fn another_header(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).header(ACCEPT, "close").send().await?.text().await
}

pub async fn a_value_from_elsewhere(client: &Client, url: &str, value: &str) -> Result<String, Error> {
    client.get(url).header(CONNECTION, value).send().await?.text().await
}

pub fn set_and_taken_away() -> Result<Client, Error> {
    let mut headers = HeaderMap::new();
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    headers.remove(CONNECTION);
    Client::builder().default_headers(headers).build()
}

pub fn http2_needs_one_connection(builder: ClientBuilder) -> Result<Client, Error> {
    builder.http2_prior_knowledge().build()
}

pub fn answer_of_a_server() -> http::Response<String> {
    http::Response::builder().header(CONNECTION, "close").body(String::new()).unwrap()
}
