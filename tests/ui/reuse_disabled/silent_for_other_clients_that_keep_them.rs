//@ dependency: ureq = '3'
//@ dependency: awc = '3'
//@ pedantic
use awc::http::header;
use http::Version;
use ureq::Agent;

pub fn of_ureq() -> Agent {
    Agent::config_builder().max_idle_connections(3).max_idle_connections_per_host(1).build().into()
}

pub fn of_ureq_by_a_header(agent: &Agent) -> Result<String, ureq::Error> {
    let request = agent.get("http://localhost").header("Connection", "keep-alive");
    request.config().http_status_as_error(false).build().call()?.body_mut().read_to_string()
}

pub fn of_ureq_by_the_version(agent: &Agent) -> Result<String, ureq::Error> {
    let request = agent.get("http://localhost").version(Version::HTTP_11);
    request.config().http_status_as_error(false).build().call()?.body_mut().read_to_string()
}

pub async fn of_awc(client: &awc::Client) -> Option<usize> {
    let request = client.get("http://localhost").insert_header((header::ACCEPT, "close"));
    Some(request.send().await.ok()?.body().await.ok()?.len())
}
