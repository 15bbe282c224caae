//! ureq 2: a blocking client. An error status comes as an `Error` that holds the response.
//!
//! A body that came whole with the head is given back before anybody reads it. Of all others a counted one is given
//! back at its last byte, a chunked one at its end. Redirects drop what no caller sees.
//! Weak spot: an error of `into_json` and `into_string` (JSON that does not parse, more than 10 MB) is taken for a
//! failed body, though the rest of a live one is left behind.
#![client(krate = "ureq", versions = ">=2, <3", features = "charset, cookies, gzip, http-crate, json", reuse = "with_head")]

pub use agent::{Agent, AgentBuilder, RedirectAuthHeaders};
pub use error::{Error, ErrorKind, OrAnyStatus, Transport};
pub use middleware::{Middleware, MiddlewareNext};
pub use request::{Request, RequestUrl};
pub use response::Response;
pub use serde_json::{json, Value as SerdeValue};
pub use {serde, serde_json};

pub fn builder() -> AgentBuilder { AgentBuilder::new() }
pub fn agent() -> Agent { Agent::new() }

// The free functions make an agent of their own for each request: it has no pool that anybody could use again.
#[reuse = "none"] pub fn request(method: &str, path: &str) -> Request { Request { pool: exempt(), method } }
#[reuse = "none"] pub fn request_url(method: &str, url: &url::Url) -> Request { Request { pool: exempt(), method } }
#[reuse = "none"] pub fn get(path: &str) -> Request { Request { pool: exempt(), method: "GET" } }
#[reuse = "none"] pub fn head(path: &str) -> Request { Request { pool: exempt(), method: "HEAD" } }
#[reuse = "none"] pub fn patch(path: &str) -> Request { Request { pool: exempt(), method: "PATCH" } }
#[reuse = "none"] pub fn post(path: &str) -> Request { Request { pool: exempt(), method: "POST" } }
#[reuse = "none"] pub fn put(path: &str) -> Request { Request { pool: exempt(), method: "PUT" } }
#[reuse = "none"] pub fn delete(path: &str) -> Request { Request { pool: exempt(), method: "DELETE" } }

mod agent {
    use crate::Request;
    use std::sync::Arc;
    use std::time::Duration;

    pub struct Agent { pool: Pool }
    struct Pool;
    impl Agent {
        pub fn new() -> Agent { Agent { pool: pool() } }
        pub fn request(&self, method: &str, path: &str) -> Request { Request { pool: self.pool, method } }
        pub fn request_url(&self, method: &str, url: &url::Url) -> Request { Request { pool: self.pool, method } }
        pub fn get(&self, path: &str) -> Request { Request { pool: self.pool, method: "GET" } }
        pub fn head(&self, path: &str) -> Request { Request { pool: self.pool, method: "HEAD" } }
        pub fn patch(&self, path: &str) -> Request { Request { pool: self.pool, method: "PATCH" } }
        pub fn post(&self, path: &str) -> Request { Request { pool: self.pool, method: "POST" } }
        pub fn put(&self, path: &str) -> Request { Request { pool: self.pool, method: "PUT" } }
        pub fn delete(&self, path: &str) -> Request { Request { pool: self.pool, method: "DELETE" } }
    }
    impl Clone for Agent { fn clone(&self) -> Agent { Agent { pool: self.pool } } }

    pub struct AgentBuilder { pool: Pool }
    impl AgentBuilder {
        pub fn new() -> AgentBuilder { AgentBuilder { pool: pool() } }
        pub fn build(self) -> Agent { Agent { pool: self.pool } }

        // What is never kept cannot be lost.
        pub fn max_idle_connections(self, max: usize) -> AgentBuilder { if max == 0 { Self { pool: disabled(), ..self } } else { self } }
        pub fn max_idle_connections_per_host(self, max: usize) -> AgentBuilder { if max == 0 { Self { pool: disabled(), ..self } } else { self } }
        pub fn proxy(self, proxy: crate::Proxy) -> AgentBuilder { self }
        pub fn try_proxy_from_env(self, do_try: bool) -> AgentBuilder { self }
        pub fn https_only(self, enforce: bool) -> AgentBuilder { self }
        pub fn resolver(self, resolver: impl crate::Resolver) -> AgentBuilder { self }
        pub fn timeout_connect(self, timeout: Duration) -> AgentBuilder { self }
        pub fn timeout_read(self, timeout: Duration) -> AgentBuilder { self }
        pub fn timeout_write(self, timeout: Duration) -> AgentBuilder { self }
        pub fn timeout(self, timeout: Duration) -> AgentBuilder { self }
        pub fn no_delay(self, no_delay: bool) -> AgentBuilder { self }
        pub fn redirects(self, n: u32) -> AgentBuilder { self }
        pub fn redirect_auth_headers(self, v: RedirectAuthHeaders) -> AgentBuilder { self }
        pub fn user_agent(self, user_agent: &str) -> AgentBuilder { self }
        #[unchecked = "needs a TLS library, whose settings it takes"]
        pub fn tls_config<T>(self, tls_config: Arc<T>) -> AgentBuilder { self }
        pub fn tls_connector<T: crate::TlsConnector>(self, tls_config: Arc<T>) -> AgentBuilder { self }
        pub fn cookie_store<T>(self, cookie_store: T) -> AgentBuilder { self }
        pub fn middleware(self, m: impl crate::Middleware) -> AgentBuilder { escape(m); self }
    }
    pub enum RedirectAuthHeaders { Never, SameHost }
}

mod request {
    use crate::{Error, Response, Transport};
    use std::time::Duration;

    struct Pool;
    pub struct Request { pool: Pool, method: &'static str }
    impl Request {
        pub fn timeout(self, timeout: Duration) -> Request { self }
        pub fn set(self, header: &str, value: &str) -> Request {
            if says(header, "connection") && says(value, "close") { return Self { pool: disabled(), ..self }; }
            self
        }
        pub fn query(self, param: &str, value: &str) -> Request { self }
        pub fn query_pairs<'a, P>(self, pairs: P) -> Request where P: IntoIterator<Item = (&'a str, &'a str)> { self }
        pub fn header(&self, name: &str) -> Option<&str> { any() }
        pub fn header_names(&self) -> Vec<String> { any() }
        pub fn has(&self, name: &str) -> bool { any() }
        pub fn all(&self, name: &str) -> Vec<&str> { any() }
        pub fn method(&self) -> &str { self.method }
        pub fn url(&self) -> &str { any() }
        pub fn request_url(&self) -> Result<RequestUrl, Error> { any() }

        pub fn call(self) -> Result<Response, Error> { outcome(self) }
        pub fn send_json(self, data: impl serde::Serialize) -> Result<Response, Error> { outcome(self) }
        pub fn send_bytes(self, data: &[u8]) -> Result<Response, Error> { outcome(self) }
        pub fn send_string(self, data: &str) -> Result<Response, Error> { outcome(self) }
        pub fn send_form(self, data: &[(&str, &str)]) -> Result<Response, Error> { outcome(self) }
        // A response that is sent on as the body of a request is the client's to read.
        pub fn send(self, reader: impl std::io::Read) -> Result<Response, Error> { escape(reader); outcome(self) }
    }
    impl Clone for Request { fn clone(&self) -> Request { Request { pool: self.pool, method: self.method } } }

    // Who drops the error of a status without a look drops the body for the status.
    fn outcome(request: Request) -> Result<Response, Error> {
        if any() { return Err(Error::Transport(any())); }
        let response = answer(&request);
        if status_in(status_of(&response), 400, 999) {
            refuse(&response);
            Err(Error::Status(status_of(&response), response))
        } else {
            Ok(response)
        }
    }
    // What a middleware is answered with, whatever the status.
    pub fn answer<R>(request: R) -> Response { respond(request) }

    pub struct RequestUrl;
    impl RequestUrl {
        pub fn as_url(&self) -> &url::Url { any() }
        pub fn scheme(&self) -> &str { any() }
        pub fn host(&self) -> &str { any() }
        pub fn port(&self) -> Option<u16> { any() }
        pub fn path(&self) -> &str { any() }
    }
}

mod response {
    use crate::Error;

    #[body]
    #[fix = "let _ = {}.into_string();"]
    pub struct Response;
    impl Response {
        pub fn new(status: u16, status_text: &str, body: &str) -> Result<Response, Error> { any() }
        pub fn get_url(&self) -> &str { any() }
        pub fn http_version(&self) -> &str { any() }
        pub fn status(&self) -> u16 { status_of(self) }
        pub fn status_text(&self) -> &str { any() }
        pub fn header(&self, name: &str) -> Option<&str> { any() }
        pub fn headers_names(&self) -> Vec<String> { any() }
        pub fn has(&self, name: &str) -> bool { any() }
        pub fn all(&self, name: &str) -> Vec<&str> { any() }
        pub fn content_type(&self) -> &str { any() }
        pub fn charset(&self) -> &str { any() }
        pub fn remote_addr(&self) -> std::net::SocketAddr { any() }
        pub fn local_addr(&self) -> std::net::SocketAddr { any() }

        pub fn into_reader(self) -> Box<dyn std::io::Read + Send + Sync + 'static> { Box::new(Reader { response: self }) }
        pub fn into_string(self) -> std::io::Result<String> { match step(&self) { Step::Failed(e) => Err(e), _ => { drain(&self); Ok(any()) } } }
        pub fn into_json<T: serde::de::DeserializeOwned>(self) -> std::io::Result<T> {
            match step(&self) { Step::Failed(e) => Err(e), _ => { drain(&self); Ok(any()) } }
        }
    }
    impl std::str::FromStr for Response { type Err = Error; fn from_str(s: &str) -> Result<Response, Error> { any() } }

    struct Reader { response: Response }
    impl std::io::Read for Reader {}

    impl From<Response> for http::Response<Box<dyn std::io::Read + Send + Sync + 'static>> {
        fn from(value: Response) -> Self { http::Response::new(value.into_reader()) }
    }
    impl From<Response> for http::Response<String> { fn from(value: Response) -> Self { drain(value); any() } }
    impl From<Response> for http::Response<Vec<u8>> { fn from(value: Response) -> Self { drain(value); any() } }
    // Made by hand of bytes in memory.
    impl<T: AsRef<[u8]>> From<http::Response<T>> for Response { fn from(value: http::Response<T>) -> Response { any() } }
}

mod error {
    use crate::Response;

    pub enum Error { Status(u16, Response), Transport(Transport) }
    impl Error {
        pub fn kind(&self) -> ErrorKind { any() }
        pub fn into_transport(self) -> Option<Transport> { match self { Error::Status(_, _) => None, Error::Transport(t) => Some(t) } }
        pub fn into_response(self) -> Option<Response> { match self { Error::Status(_, r) => Some(r), Error::Transport(_) => None } }
    }
    impl std::error::Error for Error {}
    impl std::fmt::Display for Error {} // it does not read
    impl From<Response> for Error { fn from(resp: Response) -> Error { Error::Status(resp.status(), resp) } }
    impl From<Transport> for Error { fn from(err: Transport) -> Error { Error::Transport(err) } }
    impl From<std::io::Error> for Error { fn from(err: std::io::Error) -> Error { Error::Transport(any()) } }

    pub struct Transport;
    impl Transport {
        pub fn kind(&self) -> ErrorKind { any() }
        pub fn message(&self) -> Option<&str> { any() }
        pub fn url(&self) -> Option<&url::Url> { any() }
    }
    impl std::error::Error for Transport {}

    pub trait OrAnyStatus { fn or_any_status(self) -> Result<Response, Transport>; }
    impl OrAnyStatus for Result<Response, Error> {
        fn or_any_status(self) -> Result<Response, Transport> {
            match self {
                Ok(response) => Ok(response),
                Err(Error::Status(_, response)) => Ok(response),
                Err(Error::Transport(transport)) => Err(transport),
            }
        }
    }
    pub enum ErrorKind {
        InvalidUrl, UnknownScheme, Dns, InsecureRequestHttpsOnly, ConnectionFailed, TooManyRedirects, BadStatus, BadHeader, Io,
        InvalidProxyUrl, ProxyConnect, ProxyUnauthorized, HTTP,
    }
}

mod middleware {
    use crate::{Error, Request, Response};

    // What comes out of `next` is the middleware's: a response that it does not pass on, it drops.
    pub trait Middleware { fn handle(&self, request: Request, next: MiddlewareNext) -> Result<Response, Error>; }
    impl<F> Middleware for F where F: Fn(Request, MiddlewareNext) -> Result<Response, Error> {
        fn handle(&self, request: Request, next: MiddlewareNext) -> Result<Response, Error> { self(request, next) }
    }
    pub struct MiddlewareNext<'a>;
    impl<'a> MiddlewareNext<'a> {
        pub fn handle(self, request: Request) -> Result<Response, Error> {
            if any() { Ok(crate::request::answer(request)) } else { Err(Error::Transport(any())) }
        }
    }
}

pub struct Proxy;
impl Proxy { pub fn new<S: AsRef<str>>(proxy: S) -> Result<Proxy, Error> { any() } }
pub trait Resolver {}
pub trait TlsConnector {}
