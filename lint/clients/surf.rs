//! surf 2. What becomes of a connection depends on what sends the requests, which features choose.
//!
//! With `h1-client` a connection goes back to the pool with whatever was not read, and the next request finds it there.
//! Without any of them, curl is used.
//! Not followed: redirects; HTTP clients of one's own (`Client::with_http_client`).
#![client(krate = "surf", versions = ">=2, <3", features = "encoding, h1-client-no-tls", reuse = "race", reuse_by_feature = "default: race, curl-client: race, wasm-client: none, h1-client: dirty, h1-client-rustls: dirty, h1-client-no-tls: dirty, hyper-client: one_read")]

pub use client::{Client, Config};
pub use http_types as http;
pub use http_types::{Body, Error, Status, StatusCode, Url};
pub use request::{Request, RequestBuilder};
pub use response::{DecodeError, Response};

pub type Result<T = Response> = std::result::Result<T, Error>;
pub trait HttpClient {}

// They share a client.
pub fn client() -> Client { Client::new() }
pub fn connect(uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: any(), method: http_types::Method::Connect } }
pub fn delete(uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: any(), method: http_types::Method::Delete } }
pub fn get(uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: any(), method: http_types::Method::Get } }
pub fn head(uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: any(), method: http_types::Method::Head } }
pub fn options(uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: any(), method: http_types::Method::Options } }
pub fn patch(uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: any(), method: http_types::Method::Patch } }
pub fn post(uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: any(), method: http_types::Method::Post } }
pub fn put(uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: any(), method: http_types::Method::Put } }
pub fn trace(uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: any(), method: http_types::Method::Trace } }

mod client {
    use crate::{Error, HttpClient, Request, RequestBuilder, Response, Url};
    use http_types::Method;
    use std::time::Duration;

    pub struct Client { pool: Pool }
    struct Pool;
    impl Client {
        pub fn new() -> Client { Client { pool: pool() } }
        pub fn with_http_client<C: HttpClient>(http_client: C) -> Client { Client { pool: pool() } }
        pub fn with(self, middleware: impl crate::middleware::Middleware) -> Client { self }
        // Whatever becomes a request holds its method.
        pub async fn send(&self, req: impl Into<Request>) -> Result<Response, Error> { respond((self.pool, req)) }
        pub async fn recv_bytes(&self, req: impl Into<Request>) -> Result<Vec<u8>, Error> { any() }
        pub async fn recv_string(&self, req: impl Into<Request>) -> Result<String, Error> { any() }
        pub async fn recv_json<T: serde::de::DeserializeOwned>(&self, req: impl Into<Request>) -> Result<T, Error> { any() }
        pub async fn recv_form<T: serde::de::DeserializeOwned>(&self, req: impl Into<Request>) -> Result<T, Error> { any() }
        pub fn get(&self, uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::Get } }
        pub fn head(&self, uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::Head } }
        pub fn post(&self, uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::Post } }
        pub fn put(&self, uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::Put } }
        pub fn delete(&self, uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::Delete } }
        pub fn connect(&self, uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::Connect } }
        pub fn options(&self, uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::Options } }
        pub fn trace(&self, uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::Trace } }
        pub fn patch(&self, uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::Patch } }
        pub fn request(&self, verb: Method, uri: impl AsRef<str>) -> RequestBuilder { RequestBuilder { pool: self.pool, method: verb } }
        pub fn set_base_url(&mut self, base: Url) {}
        pub fn config(&self) -> &Config { any() }
    }
    impl Clone for Client { fn clone(&self) -> Client { Client { pool: self.pool } } }
    impl Default for Client { fn default() -> Client { Client::new() } }
    #[unchecked = "its error is that of the client inside"]
    impl TryFrom<Config> for Client {
        type Error = std::io::Error;
        fn try_from(config: Config) -> Result<Client, std::io::Error> { if any() { Ok(Client { pool: config.pool }) } else { Err(any()) } }
    }

    pub struct Config { pool: Pool }
    impl Config {
        pub fn new() -> Config { Config { pool: pool() } }
        pub fn add_header<N, V>(self, name: N, values: V) -> Result<Config, Error> { if any() { Ok(self) } else { Err(any()) } }
        pub fn set_base_url(self, base: Url) -> Config { self }
        // What is never kept cannot be lost.
        pub fn set_http_keep_alive(self, keep_alive: bool) -> Config { if !keep_alive { self.pool = exempt(); } self }
        pub fn set_tcp_no_delay(self, no_delay: bool) -> Config { self }
        pub fn set_timeout(self, timeout: Option<Duration>) -> Config { self }
        pub fn set_max_connections_per_host(self, max_connections_per_host: usize) -> Config { self }
        pub fn set_http_client(self, http_client: impl HttpClient) -> Config { self }
        #[unchecked = "needs a TLS library"]
        pub fn set_tls_config<T>(self, tls_config: T) -> Config { self }
    }
    impl Default for Config { fn default() -> Config { Config::new() } }
}

mod request {
    use crate::{Body, Error, Response, Url};
    use http_types::{Method, Mime};

    struct Pool;
    pub struct Request { method: Method }
    impl Request {
        pub fn new(method: Method, url: Url) -> Request { Request { method } }
        pub fn builder(method: Method, url: Url) -> RequestBuilder { RequestBuilder { pool: any(), method } }
        pub fn query<T: serde::de::DeserializeOwned>(&self) -> Result<T, Error> { any() }
        pub fn set_query(&mut self, query: &impl serde::Serialize) -> Result<(), Error> { any() }
        pub fn header<N>(&self, key: N) -> Option<&http_types::headers::HeaderValues> { any() }
        pub fn insert_header<N, V>(&mut self, name: N, values: V) -> Option<http_types::headers::HeaderValues> { any() }
        pub fn append_header<N, V>(&mut self, name: N, values: V) {}
        pub fn remove_header<N>(&mut self, name: N) -> Option<http_types::headers::HeaderValues> { any() }
        pub fn set_header<N, V>(&mut self, key: N, value: V) {}
        pub fn ext<T>(&self) -> Option<&T> { any() }
        pub fn set_ext<T>(&mut self, val: T) -> Option<T> { escape(val); any() }
        pub fn method(&self) -> Method { self.method }
        pub fn url(&self) -> &Url { any() }
        pub fn content_type(&self) -> Option<Mime> { any() }
        pub fn set_content_type(&mut self, mime: Mime) {}
        pub fn len(&self) -> Option<usize> { any() }
        pub fn is_empty(&self) -> Option<bool> { any() }
        // A response that is sent on as the body of a request is the client's to read.
        pub fn set_body(&mut self, body: impl Into<Body>) { escape(body); }
        pub fn take_body(&mut self) -> Body { any() }
        pub fn body_json(&mut self, json: &impl serde::Serialize) -> Result<(), Error> { any() }
        pub fn body_string(&mut self, string: String) {}
        pub fn body_bytes(&mut self, bytes: impl AsRef<[u8]>) {}
        pub async fn body_file(&mut self, path: impl AsRef<std::path::Path>) -> std::io::Result<()> { any() }
        pub fn body_form(&mut self, form: &impl serde::Serialize) -> Result<(), Error> { any() }
        pub fn middleware(&mut self, middleware: impl crate::middleware::Middleware) {}
    }
    impl Clone for Request { fn clone(&self) -> Request { Request { method: self.method } } }
    impl From<RequestBuilder> for Request { fn from(builder: RequestBuilder) -> Request { Request { method: builder.method } } }

    pub struct RequestBuilder { pool: Pool, method: Method }
    impl RequestBuilder {
        pub fn new(method: Method, url: Url) -> RequestBuilder { RequestBuilder { pool: any(), method } }
        pub fn header<N, V>(self, key: N, value: V) -> RequestBuilder { self }
        pub fn content_type(self, content_type: impl Into<Mime>) -> RequestBuilder { self }
        pub fn body(self, body: impl Into<Body>) -> RequestBuilder { escape(body); self }
        pub fn body_json(self, json: &impl serde::Serialize) -> Result<RequestBuilder, Error> { if any() { Ok(self) } else { Err(any()) } }
        pub fn body_string(self, string: String) -> RequestBuilder { self }
        pub fn body_bytes(self, bytes: impl AsRef<[u8]>) -> RequestBuilder { self }
        pub async fn body_file(self, path: impl AsRef<std::path::Path>) -> std::io::Result<RequestBuilder> { if any() { Ok(self) } else { Err(any()) } }
        pub fn query(self, query: &impl serde::Serialize) -> Result<RequestBuilder, Error> { if any() { Ok(self) } else { Err(any()) } }
        pub fn middleware(self, middleware: impl crate::middleware::Middleware) -> RequestBuilder { self }
        pub fn build(self) -> Request { Request { method: self.method } }
        pub async fn send(self) -> Result<Response, Error> { respond(self) }
        pub async fn recv_bytes(self) -> Result<Vec<u8>, Error> { any() }
        pub async fn recv_string(self) -> Result<String, Error> { any() }
        pub async fn recv_json<T: serde::de::DeserializeOwned>(self) -> Result<T, Error> { any() }
        pub async fn recv_form<T: serde::de::DeserializeOwned>(self) -> Result<T, Error> { any() }
    }
    impl std::future::Future for RequestBuilder {
        type Output = Result<Response, Error>;
        fn resolve(self) -> Result<Response, Error> { respond(self) }
    }
}

mod response {
    use crate::{Body, Error, StatusCode};
    use http_types::headers::{HeaderName, HeaderValue, HeaderValues};

    #[body]
    #[fix = "let _ = {}.body_bytes().await;"]
    pub struct Response { inner: Inner }
    struct Inner;
    impl Response {
        pub fn status(&self) -> StatusCode { status_of(self) }
        pub fn version(&self) -> Option<http_types::Version> { any() }
        pub fn header<N>(&self, name: N) -> Option<&HeaderValues> { any() }
        pub fn header_mut<N>(&mut self, name: N) -> Option<&mut HeaderValues> { any() }
        pub fn remove_header<N>(&mut self, name: N) -> Option<HeaderValues> { any() }
        pub fn insert_header<N, V>(&mut self, key: N, value: V) {}
        pub fn append_header<N, V>(&mut self, key: N, value: V) {}
        pub fn iter(&self) -> impl Iterator<Item = (&HeaderName, &HeaderValues)> { any() }
        pub fn iter_mut(&mut self) -> impl Iterator<Item = (&HeaderName, &mut HeaderValues)> { any() }
        pub fn header_names(&self) -> impl Iterator<Item = &HeaderName> { any() }
        pub fn header_values(&self) -> impl Iterator<Item = &HeaderValue> { any() }
        pub fn ext<T>(&self) -> Option<&T> { any() }
        pub fn insert_ext<T>(&mut self, val: T) { escape(val); }
        pub fn content_type(&self) -> Option<http_types::Mime> { any() }
        pub fn len(&self) -> Option<usize> { if any() { empty(self); Some(0) } else if any() { Some(positive()) } else { None } }
        pub fn is_empty(&self) -> Option<bool> { if any() { empty(self); Some(true) } else if any() { Some(false) } else { None } }

        // All bytes come first, and then what is made of them.
        pub async fn body_bytes(&mut self) -> Result<Vec<u8>, Error> { match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } } }
        pub async fn body_string(&mut self) -> Result<String, Error> { drain(self); any() }
        pub async fn body_json<T: serde::de::DeserializeOwned>(&mut self) -> Result<T, Error> { drain(self); any() }
        pub async fn body_form<T: serde::de::DeserializeOwned>(&mut self) -> Result<T, Error> { drain(self); any() }

        // The body goes with whoever takes it; another one that is put in its place drops it.
        pub fn take_body(&mut self) -> Body { let body = *self; *self = any(); Body { inner: body } }
        pub fn swap_body(&mut self, body: &mut Body) { let old = *self; *self = any(); escape(&*body); *body = Body { inner: old }; }
        pub fn set_body(&mut self, body: impl Into<Body>) { *self = any(); escape(body); }
    }
    impl futures_util::io::AsyncRead for Response {}
    impl futures_util::io::AsyncBufRead for Response {}
    impl From<http_types::Response> for Response { fn from(response: http_types::Response) -> Response { Response { inner: response } } }
    #[unchecked = "the crate has `Into`, which comes to the same"]
    impl From<Response> for http_types::Response { fn from(response: Response) -> http_types::Response { http_types::Response { body: Body { inner: response } } } }
    pub struct DecodeError;
    impl std::error::Error for DecodeError {}
}

pub mod middleware {
    use crate::{Client, Error, Request, Response};

    // What comes out of `next` is the middleware's: a response that it does not pass on, it drops.
    pub trait Middleware {
        async fn handle(&self, req: Request, client: Client, next: Next<'_>) -> Result<Response, Error>;
    }
    #[unchecked = "the real one gives a boxed future"]
    impl<F, Fut> Middleware for F where F: Fn(Request, Client, Next<'_>) -> Fut, Fut: std::future::Future<Output = Result<Response, Error>> {
        async fn handle(&self, req: Request, client: Client, next: Next<'_>) -> Result<Response, Error> { self(req, client, next).await }
    }
    pub struct Next<'a>;
    impl<'a> Next<'a> {
        pub async fn run(self, req: Request, client: Client) -> Result<Response, Error> { respond((&client, req)) }
    }
    impl Copy for Next<'_> {}
    impl Clone for Next<'_> { fn clone(&self) -> Self { Next } }
    pub struct Redirect;
    impl Redirect { pub fn new(attempts: u8) -> Redirect { Redirect } }
    impl Default for Redirect {}
    impl Middleware for Redirect {}
    pub struct Logger;
    impl Logger { pub fn new() -> Logger { Logger } }
    impl Middleware for Logger {}
}
