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
    agent.get("http://localhost").header("Connection", "keep-alive").call()?.body_mut().read_to_string() //~ unread_error_status
}

pub fn of_ureq_by_the_version(agent: &Agent) -> Result<String, ureq::Error> {
    agent.get("http://localhost").version(Version::HTTP_11).call()?.body_mut().read_to_string() //~ unread_error_status
}

pub async fn of_awc(client: &awc::Client) -> Option<usize> {
    let request = client.get("http://localhost").insert_header((header::ACCEPT, "close"));
    Some(request.send().await.ok()?.body().await.ok()?.len())
}
