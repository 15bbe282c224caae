//! What the tests share: a server that counts its connections, and the client that is put to the test.
//!
//! Everything that loses a body on purpose lives in test targets (`programs/`, `examples/`), not here,
//! since the project's own sources must be clean by its own lint.

pub mod server;

/// What a program under test can fail with.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// The client that the programs use: hyper-util's, under guard.
pub type Client =
    undrained::LegacyClient<hyper_util::client::legacy::connect::HttpConnector, http_body_util::Full<bytes::Bytes>>;

/// The body of a response of [`Client`].
pub type Body = undrained::GuardedBody<hyper::body::Incoming>;

/// A protocol that both the client and the server are set to beforehand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Protocol {
    /// HTTP/1.1.
    #[default]
    Http1,
    /// HTTP/2 without TLS, by prior knowledge.
    Http2,
}

/// A client under `guard` with settings as they come.
pub fn client(guard: &undrained::Guard, protocol: Protocol) -> Client {
    let mut builder = hyper_util::client::legacy::Client::builder(hyper_util::rt::TokioExecutor::new());
    builder.http2_only(protocol == Protocol::Http2);
    guard.client(&builder, hyper_util::client::legacy::connect::HttpConnector::new())
}
