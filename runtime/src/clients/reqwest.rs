//! reqwest 0.13: what its responses cost, as far as it lets itself be watched.
//!
//! Two lines: [`Guard::reqwest`](crate::Guard::reqwest) for the client, [`Guard::send`](crate::Guard::send) or
//! [`reqwest_middleware`](https://docs.rs/reqwest-middleware) for its requests.
//!
//! reqwest does not let its connections be wrapped, so their ends are not seen. What became of one after a drop is
//! *survived* if it serves again, *reset* with HTTP/2, and *unknown* else, never *lost*: that the next request had to
//! open another connection is told in [`BodyEnded::replaced_by`](crate::BodyEnded::replaced_by).
//!
//! Of redirects that reqwest follows, and requests that it tries again, only the last response is seen. If one before it
//! costs a connection, all that shows is one more that was opened ([`ConnectionOpened`](crate::ConnectionOpened)), and
//! on the lost one no response ever. With `redirect::Policy::none()`, and hops that are followed above the guard by a
//! middleware or by hand, each is seen like any other response. So they are with hyper-util's client below
//! `tower-http`'s `FollowRedirect`, with the fates of their connections.
//!
//! A response stays the response that it was: its URL, extensions, remote address and length are kept.
//! When reqwest decompresses a body it takes the length out of the head; over HTTP/1 such a response looks as if its
//! connection ended with it, and is exempt.

use ::reqwest as krate;

#[path = "reqwest_adapter.rs"]
mod adapter;

#[cfg(feature = "reqwest-middleware")]
pub(crate) use adapter::call;
pub use adapter::drain;
#[cfg(feature = "reqwest-middleware")]
pub(crate) use adapter::guarded;

impl crate::guard::Guard {
    /// Sees the connections that a client of this builder opens.
    pub fn reqwest(&self, builder: krate::ClientBuilder) -> krate::ClientBuilder {
        builder.connector_layer(super::address::WatchConnects(self.clone()))
    }
}
