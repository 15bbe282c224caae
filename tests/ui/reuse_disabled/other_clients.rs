//@ dependency: isahc = '1'
//@ dependency: ureq = '3'
//@ dependency: awc = '3'
//@ pedantic
use awc::http::header;
use ureq::Agent;

pub fn of_ureq() -> Agent {
    Agent::config_builder().max_idle_connections(0).max_idle_connections_per_host(0).build().into() //~ reuse_disabled
}

pub fn of_ureq_by_a_header(agent: &Agent) -> Result<u16, ureq::Error> {
    Ok(agent.get("http://localhost").header("Connection", "close").call()?.status().as_u16()) //~ reuse_disabled
}

pub async fn of_awc(client: &awc::Client) -> Option<u16> {
    let response = client.get("http://localhost").force_close().send().await.ok()?; //~ reuse_disabled
    Some(response.status().as_u16())
}

pub async fn of_awc_by_a_header(client: &awc::Client) -> Option<u16> {
    let request = client.get("http://localhost").insert_header((header::CONNECTION, "close")); //~ reuse_disabled
    Some(request.send().await.ok()?.status().as_u16())
}

pub fn of_ureq_by_the_version(agent: &Agent) -> Result<u16, ureq::Error> {
    Ok(agent.get("http://localhost").version(ureq::http::Version::HTTP_10).call()?.status().as_u16()) //~ reuse_disabled
}

pub fn of_awc_for_all_requests() -> awc::Client {
    awc::Client::builder().add_default_header((header::CONNECTION, "close")).finish() //~ reuse_disabled
}

pub fn of_awc_by_name_and_value() -> awc::Client {
    awc::Client::builder().header("connection", "close").finish() //~ reuse_disabled
}

pub fn of_isahc_for_all_requests() -> Result<isahc::HttpClient, isahc::Error> {
    isahc::HttpClient::builder().default_header("connection", "close").build() //~ reuse_disabled
}
