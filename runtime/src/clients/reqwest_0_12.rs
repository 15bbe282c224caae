//! reqwest 0.12, in the same way as [`reqwest`](crate::reqwest) 0.13.

use ::reqwest_0_12 as krate;

#[path = "reqwest_adapter.rs"]
mod adapter;

pub use adapter::drain;

impl crate::guard::Guard {
    /// Sees the connections that a client of this builder opens.
    pub fn reqwest_0_12(&self, builder: krate::ClientBuilder) -> krate::ClientBuilder {
        builder.connector_layer(super::address::WatchConnects(self.clone()))
    }
}
