//! isahc 1 and 2, which is libcurl: what comes out is an `http::Response<isahc::Body>`, or one of an `AsyncBody`.
//!
//! curl reads ahead while nobody reads: what it has seen the end of is kept, whoever drops it. That is a race for small
//! bodies. The free functions and `RequestExt` share one client, so they have something to lose.
//! Weak spots: JSON that does not parse is taken for a failed body, though without `async` the rest of a live one may
//! be left behind; interceptors are not described.
#![client(krate = "isahc", versions = ">=1, <3", features = "cookies, http2, json, static-curl, text-decoding", reuse = "race")]

pub use body::{AsyncBody, Body};
pub use client::{HttpClient, HttpClientBuilder, ResponseFuture};
pub use error::Error;
pub use http;
pub use http::{Request, Response};
pub use request::RequestExt;
pub use response::{AsyncReadResponseExt, Metrics, ReadResponseExt, ResponseExt, Trailer};

pub mod prelude {
    pub use crate::config::Configurable;
    pub use crate::{AsyncReadResponseExt, ReadResponseExt, RequestExt, ResponseExt};
}

// They share a client.
pub fn get<U>(uri: U) -> Result<Response<Body>, Error> where http::Uri: TryFrom<U> { respond(()) }
pub fn get_async<U>(uri: U) -> ResponseFuture<'static> where http::Uri: TryFrom<U> { ResponseFuture { pool: any(), method: http::Method::GET } }
pub fn head<U>(uri: U) -> Result<Response<Body>, Error> where http::Uri: TryFrom<U> { respond(http::Method::HEAD) }
pub fn head_async<U>(uri: U) -> ResponseFuture<'static> where http::Uri: TryFrom<U> { ResponseFuture { pool: any(), method: http::Method::HEAD } }
pub fn post<U, B>(uri: U, body: B) -> Result<Response<Body>, Error> where http::Uri: TryFrom<U>, B: Into<Body> { escape(body); respond(()) }
pub fn post_async<U, B>(uri: U, body: B) -> ResponseFuture<'static> where http::Uri: TryFrom<U>, B: Into<AsyncBody> {
    escape(body);
    ResponseFuture { pool: any(), method: http::Method::POST }
}
pub fn put<U, B>(uri: U, body: B) -> Result<Response<Body>, Error> where http::Uri: TryFrom<U>, B: Into<Body> { escape(body); respond(()) }
pub fn put_async<U, B>(uri: U, body: B) -> ResponseFuture<'static> where http::Uri: TryFrom<U>, B: Into<AsyncBody> {
    escape(body);
    ResponseFuture { pool: any(), method: http::Method::PUT }
}
pub fn delete<U>(uri: U) -> Result<Response<Body>, Error> where http::Uri: TryFrom<U> { respond(()) }
pub fn delete_async<U>(uri: U) -> ResponseFuture<'static> where http::Uri: TryFrom<U> { ResponseFuture { pool: any(), method: http::Method::DELETE } }
pub fn send<B: Into<Body>>(request: Request<B>) -> Result<Response<Body>, Error> {
    let (head, body) = request.into_parts();
    escape(body);
    respond(head)
}
pub fn send_async<B: Into<AsyncBody>>(request: Request<B>) -> ResponseFuture<'static> {
    let (head, body) = request.into_parts();
    escape(body);
    ResponseFuture { pool: any(), method: (head.method, head.reuse) }
}

mod client {
    use crate::{AsyncBody, Body, Error};
    use http::{Method, Request, Response, Uri};
    use std::time::Duration;

    pub struct HttpClient { pool: Pool }
    struct Pool;
    impl HttpClient {
        pub fn new() -> Result<HttpClient, Error> { if any() { Ok(HttpClient { pool: pool() }) } else { Err(any()) } }
        pub fn builder() -> HttpClientBuilder { HttpClientBuilder { pool: pool() } }
        pub fn get<U>(&self, uri: U) -> Result<Response<Body>, Error> where Uri: TryFrom<U> { respond(self.pool) }
        pub fn get_async<U>(&self, uri: U) -> ResponseFuture<'_> where Uri: TryFrom<U> { ResponseFuture { pool: self.pool, method: Method::GET } }
        pub fn head<U>(&self, uri: U) -> Result<Response<Body>, Error> where Uri: TryFrom<U> { respond(Method::HEAD) }
        pub fn head_async<U>(&self, uri: U) -> ResponseFuture<'_> where Uri: TryFrom<U> { ResponseFuture { pool: self.pool, method: Method::HEAD } }
        // The body of a request is the client's to read.
        pub fn post<U, B>(&self, uri: U, body: B) -> Result<Response<Body>, Error> where Uri: TryFrom<U>, B: Into<Body> { escape(body); respond(self.pool) }
        pub fn post_async<U, B>(&self, uri: U, body: B) -> ResponseFuture<'_> where Uri: TryFrom<U>, B: Into<AsyncBody> {
            escape(body);
            ResponseFuture { pool: self.pool, method: Method::POST }
        }
        pub fn put<U, B>(&self, uri: U, body: B) -> Result<Response<Body>, Error> where Uri: TryFrom<U>, B: Into<Body> { escape(body); respond(self.pool) }
        pub fn put_async<U, B>(&self, uri: U, body: B) -> ResponseFuture<'_> where Uri: TryFrom<U>, B: Into<AsyncBody> {
            escape(body);
            ResponseFuture { pool: self.pool, method: Method::PUT }
        }
        pub fn delete<U>(&self, uri: U) -> Result<Response<Body>, Error> where Uri: TryFrom<U> { respond(self.pool) }
        pub fn delete_async<U>(&self, uri: U) -> ResponseFuture<'_> where Uri: TryFrom<U> { ResponseFuture { pool: self.pool, method: Method::DELETE } }
        pub fn send<B: Into<Body>>(&self, request: Request<B>) -> Result<Response<Body>, Error> {
            let (head, body) = request.into_parts();
            escape(body);
            respond((self.pool, head))
        }
        pub fn send_async<B: Into<AsyncBody>>(&self, request: Request<B>) -> ResponseFuture<'_> {
            let (head, body) = request.into_parts();
            escape(body);
            ResponseFuture { pool: self.pool, method: (head.method, head.reuse) }
        }
    }
    impl Clone for HttpClient { fn clone(&self) -> HttpClient { HttpClient { pool: self.pool } } }

    pub struct ResponseFuture<'c> { pool: Pool, method: Method }
    impl std::future::Future for ResponseFuture<'_> {
        type Output = Result<Response<AsyncBody>, Error>;
        fn resolve(self) -> Result<Response<AsyncBody>, Error> { respond(self) }
    }

    pub struct HttpClientBuilder { pool: Pool }
    impl HttpClientBuilder {
        pub fn new() -> HttpClientBuilder { HttpClientBuilder { pool: pool() } }
        pub fn build(self) -> Result<HttpClient, Error> { if any() { Ok(HttpClient { pool: self.pool }) } else { Err(any()) } }
        // What is never kept cannot be lost.
        pub fn connection_cache_size(self, size: usize) -> Self { if size == 0 { Self { pool: disabled(), ..self } } else { self } }
        pub fn connection_cache_ttl(self, ttl: Duration) -> Self { self }
        pub fn cookies(self) -> Self { self }
        #[unchecked = "needs `unstable-interceptors`, and is hidden"]
        pub fn interceptor<I>(self, interceptor: I) -> Self { escape(interceptor); self }
        pub fn max_connections(self, max: usize) -> Self { self }
        pub fn max_connections_per_host(self, max: usize) -> Self { self }
        pub fn dns_cache<C>(self, cache: C) -> Self { self }
        pub fn dns_resolve(self, map: crate::config::ResolveMap) -> Self { self }
        pub fn default_header<K, V>(self, key: K, value: V) -> Self {
            if says(key, "connection") && says(value, "close") { return Self { pool: disabled(), ..self }; }
            self
        }
        pub fn default_headers<I>(self, headers: I) -> Self { self }
    }
    impl Default for HttpClientBuilder { fn default() -> HttpClientBuilder { HttpClientBuilder { pool: pool() } } }
    impl crate::config::Configurable for HttpClientBuilder {}
}

mod request {
    use crate::{AsyncBody, Body, Error, ResponseFuture};
    use http::{Request, Response};

    pub trait RequestExt<T> {
        fn to_builder(&self) -> http::request::Builder;
        fn send(self) -> Result<Response<Body>, Error>;
        fn send_async(self) -> ResponseFuture<'static>;
    }
    impl<T> RequestExt<T> for Request<T> {
        fn to_builder(&self) -> http::request::Builder { Request::builder().method(self.method().clone()) }
        fn send(self) -> Result<Response<Body>, Error> { crate::send(self) }
        fn send_async(self) -> ResponseFuture<'static> { crate::send_async(self) }
    }
}

mod body {
    // A request has such a body, too: one that is given by itself need not be a response's.
    #[body]
    #[shared]
    #[fix = "let _ = {}.consume();"]
    pub struct Body { inner: Inner }
    struct Inner;
    impl Body {
        pub const fn empty() -> Body { any() }
        pub fn from_bytes_static<B>(bytes: B) -> Body { any() }
        pub fn from_reader<R: std::io::Read>(reader: R) -> Body { Body { inner: reader } }
        pub fn from_reader_sized<R: std::io::Read>(reader: R, length: u64) -> Body { Body { inner: reader } }
        pub fn is_empty(&self) -> bool { if any() { empty(self); true } else { false } }
        pub fn len(&self) -> Option<u64> { if any() { empty(self); Some(0) } else if any() { Some(positive()) } else { None } }
        pub fn reset(&mut self) -> bool { any() }
    }
    impl std::io::Read for Body {}
    impl Default for Body { fn default() -> Body { any() } }
    impl From<()> for Body { fn from(body: ()) -> Body { any() } }
    impl From<Vec<u8>> for Body { fn from(body: Vec<u8>) -> Body { any() } }
    impl From<&[u8]> for Body { fn from(body: &[u8]) -> Body { any() } }
    impl From<String> for Body { fn from(body: String) -> Body { any() } }
    impl From<&str> for Body { fn from(body: &str) -> Body { any() } }
    impl From<std::fs::File> for Body { fn from(file: std::fs::File) -> Body { any() } }

    #[body]
    #[shared]
    #[fix = "let _ = {}.consume().await;"]
    pub struct AsyncBody { inner: Inner }
    impl AsyncBody {
        pub const fn empty() -> AsyncBody { any() }
        pub fn from_bytes_static<B>(bytes: B) -> AsyncBody { any() }
        pub fn from_reader<R: futures_util::io::AsyncRead>(read: R) -> AsyncBody { AsyncBody { inner: read } }
        pub fn from_reader_sized<R: futures_util::io::AsyncRead>(read: R, length: u64) -> AsyncBody { AsyncBody { inner: read } }
        pub fn is_empty(&self) -> bool { if any() { empty(self); true } else { false } }
        pub fn len(&self) -> Option<u64> { if any() { empty(self); Some(0) } else if any() { Some(positive()) } else { None } }
        pub fn reset(&mut self) -> bool { any() }
    }
    impl futures_util::io::AsyncRead for AsyncBody {}
    impl Default for AsyncBody { fn default() -> AsyncBody { any() } }
    impl From<()> for AsyncBody { fn from(body: ()) -> AsyncBody { any() } }
    impl From<Vec<u8>> for AsyncBody { fn from(body: Vec<u8>) -> AsyncBody { any() } }
    impl From<&[u8]> for AsyncBody { fn from(body: &[u8]) -> AsyncBody { any() } }
    impl From<String> for AsyncBody { fn from(body: String) -> AsyncBody { any() } }
    impl From<&str> for AsyncBody { fn from(body: &str) -> AsyncBody { any() } }
}

mod response {
    use crate::{AsyncBody, Body};
    use http::Response;
    use std::net::SocketAddr;

    pub trait ResponseExt<T> {
        fn trailer(&self) -> &Trailer { any() }
        fn effective_uri(&self) -> Option<&http::Uri> { any() }
        fn local_addr(&self) -> Option<SocketAddr> { any() }
        fn remote_addr(&self) -> Option<SocketAddr> { any() }
        fn metrics(&self) -> Option<&Metrics> { any() }
    }
    impl<T> ResponseExt<T> for Response<T> {}
    pub struct Trailer;
    pub struct Metrics;

    pub trait ReadResponseExt<R> {
        fn consume(&mut self) -> std::io::Result<()> { match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(()) } } }
        fn copy_to<W: std::io::Write>(&mut self, writer: W) -> std::io::Result<u64> { match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } } }
        fn copy_to_file<P: AsRef<std::path::Path>>(&mut self, path: P) -> std::io::Result<u64> { match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } } }
        fn bytes(&mut self) -> std::io::Result<Vec<u8>> { match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } } }
        fn text(&mut self) -> std::io::Result<String> { match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } } }
        fn json<T: serde::de::DeserializeOwned>(&mut self) -> Result<T, serde_json::Error> { match step(self) { Step::Failed(e) => Err(any()), _ => { drain(self); Ok(any()) } } }
    }
    impl ReadResponseExt<Body> for Response<Body> {}

    pub trait AsyncReadResponseExt<R> {
        async fn consume(&mut self) -> std::io::Result<()> { match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(()) } } }
        async fn copy_to<W: futures_util::io::AsyncWrite>(&mut self, writer: W) -> std::io::Result<u64> { match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } } }
        async fn bytes(&mut self) -> std::io::Result<Vec<u8>> { match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } } }
        async fn text(&mut self) -> std::io::Result<String> { match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } } }
        async fn json<T: serde::de::DeserializeOwned>(&mut self) -> Result<T, serde_json::Error> { drain(self); any() }
    }
    impl AsyncReadResponseExt<AsyncBody> for Response<AsyncBody> {}
}

pub mod error {
    pub struct Error;
    impl Error {
        pub fn kind(&self) -> &ErrorKind { any() }
        pub fn is_client(&self) -> bool { any() }
        pub fn is_network(&self) -> bool { any() }
        pub fn is_server(&self) -> bool { any() }
        pub fn is_timeout(&self) -> bool { any() }
        pub fn is_tls(&self) -> bool { any() }
    }
    impl std::error::Error for Error {}
    impl From<std::io::Error> for Error { fn from(error: std::io::Error) -> Error { Error } }
    impl From<http::Error> for Error { fn from(error: http::Error) -> Error { Error } }
    pub struct ErrorKind;
}

pub mod config {
    use std::time::Duration;

    pub trait Configurable {
        fn timeout(self, timeout: Duration) -> Self { self }
        fn connect_timeout(self, timeout: Duration) -> Self { self }
        fn low_speed_timeout(self, low_speed: u32, timeout: Duration) -> Self { self }
        fn version_negotiation(self, negotiation: VersionNegotiation) -> Self { self }
        fn redirect_policy(self, policy: RedirectPolicy) -> Self { self }
        fn auto_referer(self) -> Self { self }
        fn cookie_jar<C>(self, cookie_jar: C) -> Self { self }
        fn automatic_decompression(self, decompress: bool) -> Self { self }
        fn expect_continue<T>(self, expect: T) -> Self { self }
        fn authentication<A>(self, authentication: A) -> Self { self }
        fn credentials<C>(self, credentials: C) -> Self { self }
        fn tcp_keepalive(self, interval: Duration) -> Self { self }
        fn tcp_nodelay(self) -> Self { self }
        fn interface<I>(self, interface: I) -> Self { self }
        fn ip_version<V>(self, version: V) -> Self { self }
        fn dial<D>(self, dialer: D) -> Self { self }
        fn proxy(self, proxy: impl Into<Option<http::Uri>>) -> Self { self }
        fn proxy_blacklist<I>(self, hosts: I) -> Self { self }
        fn proxy_authentication<A>(self, authentication: A) -> Self { self }
        fn proxy_credentials<C>(self, credentials: C) -> Self { self }
        fn max_upload_speed(self, max: u64) -> Self { self }
        fn max_download_speed(self, max: u64) -> Self { self }
        #[versions = "<2"]
        fn ssl_client_certificate<C>(self, certificate: C) -> Self { self }
        #[versions = "<2"]
        fn ssl_ca_certificate<C>(self, certificate: C) -> Self { self }
        #[versions = "<2"]
        fn ssl_ciphers<I>(self, ciphers: I) -> Self { self }
        #[versions = "<2"]
        fn ssl_options<O>(self, options: O) -> Self { self }
        #[unchecked = "needs a TLS library"]
        fn tls_config<C>(self, tls_config: C) -> Self { self }
        #[unchecked = "needs a TLS library"]
        fn proxy_tls_config<C>(self, tls_config: C) -> Self { self }
        fn title_case_headers(self, enable: bool) -> Self { self }
        fn metrics(self, enable: bool) -> Self { self }
    }
    impl Configurable for http::request::Builder {}
    pub enum RedirectPolicy { None, Follow, Limit(u32) }
    pub struct VersionNegotiation;
    impl VersionNegotiation {
        pub const fn latest_compatible() -> VersionNegotiation { VersionNegotiation }
        pub const fn http10() -> VersionNegotiation { VersionNegotiation }
        pub const fn http11() -> VersionNegotiation { VersionNegotiation }
        pub const fn http2() -> VersionNegotiation { VersionNegotiation }
        pub const fn http3() -> VersionNegotiation { VersionNegotiation }
    }
    #[versions = "<2"]
    pub struct ResolveMap;
}
