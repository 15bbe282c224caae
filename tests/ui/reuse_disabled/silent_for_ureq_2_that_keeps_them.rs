//@ dependency: ureq = '2'
//@ pedantic
use ureq::{Agent, AgentBuilder};

pub fn with_a_pool() -> Agent {
    AgentBuilder::new().max_idle_connections(2).build()
}

pub fn as_many_as_is_said(idle: usize) -> Agent {
    AgentBuilder::new().max_idle_connections_per_host(idle).build()
}

pub fn kept(agent: &Agent) -> Option<String> {
    agent.get("http://localhost").set("Connection", "keep-alive").call().ok()?.into_string().ok() //~ unread_error_status
}
