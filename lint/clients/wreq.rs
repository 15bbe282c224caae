//! wreq 5 and 6, a fork of reqwest that passes for a browser. Its pool is hyper's under another name.
//!
//! Not followed: redirects and retries, which drop responses that no caller sees; layers of one's own; WebSockets.
#![unchecked = "it builds BoringSSL, with a compiler for C++; compared by hand with 6.0.0-rc.31"]
#![client(krate = "wreq", versions = ">=5, <7", reuse = "one_read")]

pub use error::{Error, Result};
pub use http::{header, Method, StatusCode, Uri, Version};

use bytes::Bytes;
use header::{HeaderMap, HeaderName, HeaderValue};
use std::net::SocketAddr;
use std::time::Duration;

// Each makes a client of its own: there is no pool that could lose a connection.
#[reuse = "none"] pub fn get<T: IntoUri>(uri: T) -> RequestBuilder { RequestBuilder { pool: exempt(), method: Method::GET } }
#[reuse = "none"] pub fn post<T: IntoUri>(uri: T) -> RequestBuilder { RequestBuilder { pool: exempt(), method: Method::POST } }
#[reuse = "none"] pub fn put<T: IntoUri>(uri: T) -> RequestBuilder { RequestBuilder { pool: exempt(), method: Method::PUT } }
#[reuse = "none"] pub fn delete<T: IntoUri>(uri: T) -> RequestBuilder { RequestBuilder { pool: exempt(), method: Method::DELETE } }
#[reuse = "none"] pub fn head<T: IntoUri>(uri: T) -> RequestBuilder { RequestBuilder { pool: exempt(), method: Method::HEAD } }
#[reuse = "none"] pub fn patch<T: IntoUri>(uri: T) -> RequestBuilder { RequestBuilder { pool: exempt(), method: Method::PATCH } }
#[reuse = "none"] pub fn options<T: IntoUri>(uri: T) -> RequestBuilder { RequestBuilder { pool: exempt(), method: Method::OPTIONS } }
#[reuse = "none"] pub fn request<T: IntoUri>(method: Method, uri: T) -> RequestBuilder { RequestBuilder { pool: exempt(), method } }

pub trait IntoUri {}
impl IntoUri for Uri {}
impl IntoUri for &str {}
impl IntoUri for &String {}
impl IntoUri for String {}

pub struct Client { pool: Pool }
struct Pool;
impl Client {
    pub fn new() -> Client { Client { pool: pool() } }
    pub fn builder() -> ClientBuilder { ClientBuilder { pool: pool() } }
    pub fn get<U: IntoUri>(&self, uri: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::GET } }
    pub fn post<U: IntoUri>(&self, uri: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::POST } }
    pub fn put<U: IntoUri>(&self, uri: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::PUT } }
    pub fn patch<U: IntoUri>(&self, uri: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::PATCH } }
    pub fn delete<U: IntoUri>(&self, uri: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::DELETE } }
    pub fn head<U: IntoUri>(&self, uri: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::HEAD } }
    pub fn options<U: IntoUri>(&self, uri: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::OPTIONS } }
    pub fn request<U: IntoUri>(&self, method: Method, uri: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method } }
    pub fn execute(&self, request: Request) -> Pending { Pending { pool: self.pool, request } }
}
impl Clone for Client { fn clone(&self) -> Client { Client { pool: self.pool } } }
impl Default for Client { fn default() -> Client { Client { pool: pool() } } }
impl tower_service::Service<Request> for Client {
    type Response = Response;
    type Error = Error;
    type Future = Pending;
    fn call(&mut self, req: Request) -> Pending { self.execute(req) }
}
impl tower_service::Service<Request> for &Client {
    type Response = Response;
    type Error = Error;
    type Future = Pending;
    fn call(&mut self, req: Request) -> Pending { self.execute(req) }
}
// `tower`'s own `oneshot` knows only that some service is called.
impl tower::ServiceExt<Request> for Client {
    async fn oneshot(self, req: Request) -> Result<Response> { respond((self.pool, req)) }
}
pub struct Pending { pool: Pool, request: Request }
impl std::future::Future for Pending { type Output = Result<Response>; fn resolve(self) -> Result<Response> { respond(self) } }

pub struct ClientBuilder { pool: Pool }
impl ClientBuilder {
    pub fn build(self) -> Result<Client> { if any() { Ok(Client { pool: self.pool }) } else { Err(any()) } }
    // What is never kept cannot be lost.
    pub fn pool_max_idle_per_host(self, max: usize) -> ClientBuilder { if max == 0 { Self { pool: disabled(), ..self } } else { self } }
    pub fn timer<T>(self, timer: T) -> ClientBuilder { self }
    pub fn executor<T>(self, executor: T) -> ClientBuilder { self }
    pub fn user_agent<T>(self, value: T) -> ClientBuilder { self }
    pub fn default_headers(self, headers: HeaderMap) -> ClientBuilder { if says(headers, "close") { Self { pool: disabled(), ..self } } else { self } }
    pub fn orig_headers<T>(self, orig_headers: T) -> ClientBuilder { self }
    pub fn cookie_store(self, enable: bool) -> ClientBuilder { self }
    pub fn cookie_provider<T>(self, cookie_store: T) -> ClientBuilder { self }
    pub fn gzip(self, enable: bool) -> ClientBuilder { self }
    pub fn brotli(self, enable: bool) -> ClientBuilder { self }
    pub fn zstd(self, enable: bool) -> ClientBuilder { self }
    pub fn deflate(self, enable: bool) -> ClientBuilder { self }
    pub fn no_zstd(self) -> ClientBuilder { self }
    pub fn no_gzip(self) -> ClientBuilder { self }
    pub fn no_brotli(self) -> ClientBuilder { self }
    pub fn no_deflate(self) -> ClientBuilder { self }
    pub fn redirect(self, policy: redirect::Policy) -> ClientBuilder { self }
    pub fn referer(self, enable: bool) -> ClientBuilder { self }
    pub fn retry<T>(self, policy: T) -> ClientBuilder { self }
    pub fn proxy(self, proxy: Proxy) -> ClientBuilder { self }
    pub fn no_proxy(self) -> ClientBuilder { self }
    pub fn timeout(self, timeout: Duration) -> ClientBuilder { self }
    pub fn read_timeout(self, timeout: Duration) -> ClientBuilder { self }
    pub fn connect_timeout(self, timeout: Duration) -> ClientBuilder { self }
    pub fn connection_verbose(self, verbose: bool) -> ClientBuilder { self }
    pub fn pool_idle_timeout<T>(self, val: T) -> ClientBuilder { self }
    pub fn pool_max_size(self, max: usize) -> ClientBuilder { self }
    pub fn https_only(self, enabled: bool) -> ClientBuilder { self }
    pub fn http1_only(self) -> ClientBuilder { self }
    pub fn http2_only(self) -> ClientBuilder { ClientBuilder { pool: exempt() } }
    pub fn http1_options<T>(self, options: T) -> ClientBuilder { self }
    pub fn http2_options<T>(self, options: T) -> ClientBuilder { self }
    pub fn tcp_nodelay(self, enabled: bool) -> ClientBuilder { self }
    pub fn tcp_keepalive<T>(self, val: T) -> ClientBuilder { self }
    pub fn tcp_keepalive_interval<T>(self, val: T) -> ClientBuilder { self }
    pub fn tcp_keepalive_retries<T>(self, retries: T) -> ClientBuilder { self }
    pub fn tcp_user_timeout<T>(self, val: T) -> ClientBuilder { self }
    pub fn tcp_reuse_address(self, enabled: bool) -> ClientBuilder { self }
    pub fn tcp_linger<T>(self, val: T) -> ClientBuilder { self }
    pub fn tcp_send_buffer_size<T>(self, size: T) -> ClientBuilder { self }
    pub fn tcp_recv_buffer_size<T>(self, size: T) -> ClientBuilder { self }
    pub fn tcp_happy_eyeballs_timeout<T>(self, val: T) -> ClientBuilder { self }
    pub fn local_address<T>(self, addr: T) -> ClientBuilder { self }
    pub fn local_addresses<T, U>(self, ipv4: T, ipv6: U) -> ClientBuilder { self }
    pub fn interface<T>(self, interface: T) -> ClientBuilder { self }
    pub fn tls_identity<T>(self, identity: T) -> ClientBuilder { self }
    pub fn tls_cert_store<T>(self, store: T) -> ClientBuilder { self }
    pub fn tls_cert_verification(self, cert_verification: bool) -> ClientBuilder { self }
    pub fn tls_verify_hostname(self, verify_hostname: bool) -> ClientBuilder { self }
    pub fn tls_sni(self, tls_sni: bool) -> ClientBuilder { self }
    pub fn tls_keylog<T>(self, keylog: T) -> ClientBuilder { self }
    pub fn tls_min_version<T>(self, version: T) -> ClientBuilder { self }
    pub fn tls_max_version<T>(self, version: T) -> ClientBuilder { self }
    pub fn tls_info(self, tls_info: bool) -> ClientBuilder { self }
    pub fn tls_session_cache<T>(self, store: T) -> ClientBuilder { self }
    pub fn tls_options<T>(self, options: T) -> ClientBuilder { self }
    pub fn no_hickory_dns(self) -> ClientBuilder { self }
    pub fn resolve<T>(self, domain: T, addr: SocketAddr) -> ClientBuilder { self }
    pub fn resolve_to_addrs<T, U>(self, domain: T, addrs: U) -> ClientBuilder { self }
    pub fn dns_resolver<T>(self, resolver: T) -> ClientBuilder { self }
    pub fn layer<T>(self, layer: T) -> ClientBuilder { self }
    pub fn connector_layer<T>(self, layer: T) -> ClientBuilder { self }
    pub fn emulation<T>(self, emulation: T) -> ClientBuilder { self }
}

pub struct Request { method: Method, reuse: Reuse }
impl Request {
    pub fn new(method: Method, uri: Uri) -> Request { Request { method } }
    pub fn method(&self) -> &Method { &self.method }
    pub fn method_mut(&mut self) -> &mut Method { &mut self.method }
    pub fn uri(&self) -> &Uri { any() }
    pub fn uri_mut(&mut self) -> &mut Uri { any() }
    pub fn headers(&self) -> &HeaderMap { any() }
    pub fn headers_mut(&mut self) -> &mut HeaderMap { any() }
    pub fn body(&self) -> Option<&Body> { any() }
    pub fn body_mut(&mut self) -> &mut Option<Body> { any() }
    pub fn version(&self) -> Option<Version> { any() }
    pub fn version_mut(&mut self) -> &mut Option<Version> { any() }
    pub fn extensions(&self) -> &http::Extensions { any() }
    pub fn extensions_mut(&mut self) -> &mut http::Extensions { any() }
    pub fn try_clone(&self) -> Option<Request> { if any() { Some(Request { method: self.method.clone(), reuse: self.reuse }) } else { None } }
}
impl<T: Into<Body>> From<http::Request<T>> for Request {
    fn from(req: http::Request<T>) -> Request {
        let (head, body) = req.into_parts();
        escape(body);
        Request { method: head.method, reuse: head.reuse }
    }
}

// `reuse` is `exempt()` where the request asks for its connection to be closed.
pub struct RequestBuilder { pool: Pool, method: Method, reuse: Reuse }
struct Reuse;
impl RequestBuilder {
    pub fn from_parts(client: Client, request: Request) -> RequestBuilder { RequestBuilder { pool: client.pool, method: request.method, reuse: request.reuse } }
    pub fn headers(self, headers: HeaderMap) -> RequestBuilder { if says(headers, "close") { Self { reuse: disabled(), ..self } } else { self } }
    pub fn version(self, version: Version) -> RequestBuilder { if says(version, "HTTP/1.0") { Self { reuse: disabled(), ..self } } else { self } }
    pub fn query<T: serde::Serialize + ?Sized>(self, query: &T) -> RequestBuilder { self }
    pub fn form<T: serde::Serialize + ?Sized>(self, form: &T) -> RequestBuilder { self }
    pub fn json<T: serde::Serialize + ?Sized>(self, json: &T) -> RequestBuilder { self }
    // A response that is sent on as the body of a request is the client's to read.
    pub fn body<T: Into<Body>>(self, body: T) -> RequestBuilder { escape(body); self }
    pub fn multipart(self, multipart: multipart::Form) -> RequestBuilder { self }
    pub fn header<T, U>(self, key: T, value: U) -> RequestBuilder {
        if says(key, "connection") && says(value, "close") { return Self { reuse: disabled(), ..self }; }
        self
    }
    pub fn orig_headers<T>(self, orig_headers: T) -> RequestBuilder { self }
    pub fn default_headers(self, enable: bool) -> RequestBuilder { self }
    pub fn auth<T>(self, token: T) -> RequestBuilder { self }
    pub fn basic_auth<T, U>(self, username: T, password: U) -> RequestBuilder { self }
    pub fn bearer_auth<T>(self, token: T) -> RequestBuilder { self }
    pub fn timeout(self, timeout: Duration) -> RequestBuilder { self }
    pub fn read_timeout(self, timeout: Duration) -> RequestBuilder { self }
    pub fn redirect(self, policy: redirect::Policy) -> RequestBuilder { self }
    pub fn cookie_provider<T>(self, cookie_store: T) -> RequestBuilder { self }
    pub fn gzip(self, gzip: bool) -> RequestBuilder { self }
    pub fn brotli(self, brotli: bool) -> RequestBuilder { self }
    pub fn deflate(self, deflate: bool) -> RequestBuilder { self }
    pub fn zstd(self, zstd: bool) -> RequestBuilder { self }
    pub fn proxy(self, proxy: Proxy) -> RequestBuilder { self }
    pub fn local_address<T>(self, local_address: T) -> RequestBuilder { self }
    pub fn local_addresses<T, U>(self, ipv4_address: T, ipv6_address: U) -> RequestBuilder { self }
    pub fn interface<T>(self, interface: T) -> RequestBuilder { self }
    pub fn emulation<T>(self, emulation: T) -> RequestBuilder { self }
    pub fn group<T>(self, group: T) -> RequestBuilder { self }

    pub async fn send(self) -> Result<Response> { respond(self) }
    pub fn build(self) -> Result<Request> { if any() { Ok(Request { method: self.method, reuse: self.reuse }) } else { Err(any()) } }
    pub fn build_split(self) -> (Client, Result<Request>) {
        let request = if any() { Ok(Request { method: self.method, reuse: self.reuse }) } else { Err(any()) };
        (Client { pool: self.pool }, request)
    }
    pub fn try_clone(&self) -> Option<RequestBuilder> {
        if any() { Some(RequestBuilder { pool: self.pool, method: self.method.clone(), reuse: self.reuse }) } else { None }
    }
}

#[body]
#[fix = "let _ = {}.bytes().await;"]
pub struct Response { inner: Inner }
struct Inner;
impl Response {
    pub fn uri(&self) -> &Uri { any() }
    pub fn status(&self) -> StatusCode { status_of(self) }
    pub fn version(&self) -> Version { any() }
    pub fn headers(&self) -> &HeaderMap { any() }
    pub fn headers_mut(&mut self) -> &mut HeaderMap { any() }
    pub fn content_length(&self) -> Option<u64> { if any() { empty(self); Some(0) } else if any() { Some(positive()) } else { None } }
    pub fn cookies(&self) -> impl Iterator<Item = cookie::Cookie<'_>> { any() }
    pub fn local_addr(&self) -> Option<SocketAddr> { any() }
    pub fn remote_addr(&self) -> Option<SocketAddr> { any() }
    pub fn extensions(&self) -> &http::Extensions { any() }
    pub fn extensions_mut(&mut self) -> &mut http::Extensions { any() }
    // It is closed afterwards, whatever becomes of the body.
    pub fn forbid_recycle(&self) { upgrade(self) }

    // By value it drops the response that it refuses; by reference it only looks.
    pub fn error_for_status(self) -> Result<Self> { if status_in(status_of(&self), 400, 599) { discard(self); Err(any()) } else { Ok(self) } }
    pub fn error_for_status_ref(&self) -> Result<&Self> { if status_in(status_of(self), 400, 599) { refuse(self); Err(any()) } else { Ok(self) } }

    // All bytes come first, then the text or JSON is made of them: a decode error leaves nothing unread.
    pub async fn text(self) -> Result<String> { drain(self); any() }
    pub async fn text_with_charset(self, default_encoding: impl AsRef<str>) -> Result<String> { drain(self); any() }
    pub async fn json<T: serde::de::DeserializeOwned>(self) -> Result<T> { drain(self); any() }
    pub async fn bytes(self) -> Result<Bytes> { drain(self); any() }
    pub async fn chunk(&mut self) -> Result<Option<Bytes>> { // only up to 5
        match step(self) { Step::Chunk(bytes) => Ok(Some(bytes)), Step::End => Ok(None), Step::Failed(e) => Err(e) }
    }
    pub fn bytes_stream(self) -> impl futures_core::Stream<Item = Result<Bytes>> { self }
    pub async fn upgrade(self) -> Result<Upgraded> { upgrade(self); any() }
}
impl http_body::Body for Response { type Data = Bytes; type Error = Error; }
// One that is made by hand owes what is put into it, and bytes in memory owe nothing.
impl<T: Into<Body>> From<http::Response<T>> for Response { fn from(r: http::Response<T>) -> Response { Response { inner: r.into_body() } } }
impl From<Response> for http::Response<Body> { fn from(r: Response) -> http::Response<Body> { http::Response::new(Body { inner: r }) } }
impl From<Response> for Body { fn from(r: Response) -> Body { Body { inner: r } } }

pub struct Upgraded;
impl tokio::io::AsyncRead for Upgraded {}
impl tokio::io::AsyncWrite for Upgraded {}

pub struct Body { inner: Inner }
impl Body {
    pub fn as_bytes(&self) -> Option<&[u8]> { any() }
    pub fn wrap_stream<S>(stream: S) -> Body where S: futures_core::Stream { Body { inner: stream } }
    pub fn wrap<B>(inner: B) -> Body where B: http_body::Body { Body { inner } }
}
impl http_body::Body for Body { type Data = Bytes; type Error = Error; }
impl Default for Body {}
impl From<Bytes> for Body { fn from(bytes: Bytes) -> Body { any() } }
impl From<Vec<u8>> for Body { fn from(vec: Vec<u8>) -> Body { any() } }
impl From<&'static [u8]> for Body { fn from(s: &'static [u8]) -> Body { any() } }
impl From<String> for Body { fn from(s: String) -> Body { any() } }
impl From<&'static str> for Body { fn from(s: &'static str) -> Body { any() } }

pub mod multipart { pub struct Form; }
pub mod cookie { pub struct Cookie<'a>; }
pub mod redirect {
    pub struct Policy;
    impl Policy {
        pub fn limited(max: usize) -> Policy { Policy }
        pub fn none() -> Policy { Policy }
        pub fn custom<T>(policy: T) -> Policy { Policy }
    }
    impl Default for Policy {}
}
pub struct Proxy;
impl Proxy {
    pub fn http<U>(proxy_scheme: U) -> Result<Proxy> { any() }
    pub fn https<U>(proxy_scheme: U) -> Result<Proxy> { any() }
    pub fn all<U>(proxy_scheme: U) -> Result<Proxy> { any() }
}

mod error {
    pub type Result<T> = std::result::Result<T, Error>;
    pub struct Error;
    impl Error {
        pub fn uri(&self) -> Option<&http::Uri> { any() }
        pub fn with_uri(self, uri: http::Uri) -> Error { self }
        pub fn without_uri(self) -> Error { self }
        pub fn is_builder(&self) -> bool { any() }
        pub fn is_redirect(&self) -> bool { any() }
        pub fn is_status(&self) -> bool { any() }
        pub fn is_timeout(&self) -> bool { any() }
        pub fn is_connect(&self) -> bool { any() }
        pub fn is_request(&self) -> bool { any() }
        pub fn is_body(&self) -> bool { any() }
        pub fn is_decode(&self) -> bool { any() }
        pub fn is_upgrade(&self) -> bool { any() }
        pub fn is_websocket(&self) -> bool { any() }
        pub fn is_tls(&self) -> bool { any() }
        pub fn is_dns(&self) -> bool { any() }
        pub fn is_proxy_connect(&self) -> bool { any() }
        pub fn is_connection_reset(&self) -> bool { any() }
        pub fn status(&self) -> Option<http::StatusCode> { any() }
    }
    impl std::error::Error for Error {}
}
