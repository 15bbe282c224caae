//@ dependency: ureq = '2'
//@ pedantic
use ureq::{Agent, AgentBuilder};

pub fn without_a_pool() -> Agent {
    AgentBuilder::new().max_idle_connections(0).build() //~ reuse_disabled
}

pub fn closed(agent: &Agent) -> Option<u16> {
    Some(agent.get("http://localhost").set("Connection", "close").call().ok()?.status()) //~ reuse_disabled
}
