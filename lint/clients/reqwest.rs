//! reqwest, async and blocking.
//!
//! Not followed: redirects and the retries of `ClientBuilder::retry`, which drop responses that no caller sees.
//! An `Error` never carries a response.
//! On wasm32 the browser owns the connections; this file speaks of the native client only.
#![client(krate = "reqwest", versions = ">=0.11, <0.14", features = "blocking, charset, cookies, deflate, form, gzip, http2, json, multipart, query, rustls-no-provider, rustls-tls-manual-roots, stream", reuse = "one_read")]

pub use async_impl::{multipart, Body, Client, ClientBuilder, Request, RequestBuilder, Response, Upgraded};
pub use error::{Error, Result};
pub use http::{header, Method, StatusCode, Version};
pub use proxy::{NoProxy, Proxy};
pub use tls::{Certificate, Identity};
pub use url::Url;

// Makes a client of its own for each call: there is no pool that could lose a connection.
#[reuse = "none"]
pub async fn get<T: IntoUrl>(url: T) -> Result<Response> { respond(url) }

pub trait IntoUrl {}
impl IntoUrl for Url {}
impl IntoUrl for &str {}
impl IntoUrl for &String {}
impl IntoUrl for String {}
pub trait ResponseBuilderExt { fn url(self, url: Url) -> Self; }
impl ResponseBuilderExt for http::response::Builder { fn url(self, url: Url) -> Self { self } }

// ------------------------------------------------------------------------------------------ async

mod async_impl {
    use crate::connect::UnixSocketProvider;
    use crate::{cookie, dns, redirect, retry, tls, Certificate, Identity, IntoUrl, Proxy, Result, Url};
    use bytes::Bytes;
    use http::header::{HeaderMap, HeaderName, HeaderValue};
    use http::{Method, StatusCode, Version};
    use std::net::{IpAddr, SocketAddr};
    use std::sync::Arc;
    use std::time::Duration;

    pub struct Client { pool: Pool }
    impl Client {
        pub fn new() -> Client { Client { pool: pool() } }
        pub fn builder() -> ClientBuilder { ClientBuilder { pool: pool() } }
        pub fn get<U: IntoUrl>(&self, url: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::GET } }
        pub fn post<U: IntoUrl>(&self, url: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::POST } }
        pub fn put<U: IntoUrl>(&self, url: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::PUT } }
        pub fn patch<U: IntoUrl>(&self, url: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::PATCH } }
        pub fn delete<U: IntoUrl>(&self, url: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::DELETE } }
        pub fn head<U: IntoUrl>(&self, url: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::HEAD } }
        pub fn request<U: IntoUrl>(&self, method: Method, url: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method } }
        pub async fn execute(&self, request: Request) -> Result<Response> { respond((self.pool, request)) }
    }
    impl Clone for Client { fn clone(&self) -> Client { Client { pool: self.pool } } }
    impl Default for Client { fn default() -> Client { Client { pool: pool() } } }

    pub struct ClientBuilder { pool: Pool }
    impl ClientBuilder {
        pub fn new() -> ClientBuilder { ClientBuilder { pool: pool() } }
        pub fn build(self) -> Result<Client> { if any() { Ok(Client { pool: self.pool }) } else { Err(any()) } }

        // How to connect makes no difference to a body, but for HTTP/2 and HTTP/3: there a dropped one is a reset stream.
        pub fn user_agent<V>(self, value: V) -> ClientBuilder where V: TryInto<HeaderValue> { self }
        pub fn default_headers(self, headers: HeaderMap) -> ClientBuilder { if says(headers, "close") { Self { pool: disabled(), ..self } } else { self } }
        pub fn cookie_store(self, enable: bool) -> ClientBuilder { self }
        pub fn cookie_provider<C: cookie::CookieStore>(self, cookie_store: Arc<C>) -> ClientBuilder { self }
        pub fn gzip(self, enable: bool) -> ClientBuilder { self }
        pub fn deflate(self, enable: bool) -> ClientBuilder { self }
        pub fn no_gzip(self) -> ClientBuilder { self }
        pub fn no_brotli(self) -> ClientBuilder { self }
        pub fn no_deflate(self) -> ClientBuilder { self }
        pub fn redirect(self, policy: redirect::Policy) -> ClientBuilder { self }
        pub fn referer(self, enable: bool) -> ClientBuilder { self }
        pub fn proxy(self, proxy: Proxy) -> ClientBuilder { self }
        pub fn no_proxy(self) -> ClientBuilder { self }
        pub fn timeout(self, timeout: Duration) -> ClientBuilder { self }
        pub fn connect_timeout(self, timeout: Duration) -> ClientBuilder { self }
        pub fn connection_verbose(self, verbose: bool) -> ClientBuilder { self }
        pub fn pool_idle_timeout<D>(self, val: D) -> ClientBuilder where D: Into<Option<Duration>> { self }
        pub fn pool_max_idle_per_host(self, max: usize) -> ClientBuilder { if max == 0 { Self { pool: disabled(), ..self } } else { self } } // what is never kept cannot be lost
        pub fn http1_title_case_headers(self) -> ClientBuilder { self }
        pub fn http1_allow_obsolete_multiline_headers_in_responses(self, value: bool) -> ClientBuilder { self }
        pub fn http1_ignore_invalid_headers_in_responses(self, value: bool) -> ClientBuilder { self }
        pub fn http1_allow_spaces_after_header_name_in_responses(self, value: bool) -> ClientBuilder { self }
        pub fn http1_only(self) -> ClientBuilder { self }
        pub fn http09_responses(self) -> ClientBuilder { self }
        pub fn http2_prior_knowledge(self) -> ClientBuilder { ClientBuilder { pool: exempt() } }
        pub fn http2_initial_stream_window_size(self, sz: impl Into<Option<u32>>) -> ClientBuilder { self }
        pub fn http2_initial_connection_window_size(self, sz: impl Into<Option<u32>>) -> ClientBuilder { self }
        pub fn http2_adaptive_window(self, enabled: bool) -> ClientBuilder { self }
        pub fn http2_max_frame_size(self, sz: impl Into<Option<u32>>) -> ClientBuilder { self }
        pub fn http2_keep_alive_interval(self, interval: impl Into<Option<Duration>>) -> ClientBuilder { self }
        pub fn http2_keep_alive_timeout(self, timeout: Duration) -> ClientBuilder { self }
        pub fn http2_keep_alive_while_idle(self, enabled: bool) -> ClientBuilder { self }
        pub fn tcp_nodelay(self, enabled: bool) -> ClientBuilder { self }
        pub fn local_address<T>(self, addr: T) -> ClientBuilder where T: Into<Option<IpAddr>> { self }
        pub fn tcp_keepalive<D>(self, val: D) -> ClientBuilder where D: Into<Option<Duration>> { self }
        pub fn add_root_certificate(self, cert: Certificate) -> ClientBuilder { self }
        pub fn identity(self, identity: Identity) -> ClientBuilder { self }
        pub fn danger_accept_invalid_certs(self, accept_invalid_certs: bool) -> ClientBuilder { self }
        pub fn tls_sni(self, tls_sni: bool) -> ClientBuilder { self }
        pub fn min_tls_version(self, version: tls::Version) -> ClientBuilder { self }
        pub fn max_tls_version(self, version: tls::Version) -> ClientBuilder { self }
        pub fn use_rustls_tls(self) -> ClientBuilder { self }
        pub fn use_preconfigured_tls(self, tls: impl std::any::Any) -> ClientBuilder { self }
        pub fn tls_info(self, tls_info: bool) -> ClientBuilder { self }
        pub fn https_only(self, enabled: bool) -> ClientBuilder { self }
        pub fn no_hickory_dns(self) -> ClientBuilder { self }
        pub fn resolve(self, domain: &str, addr: SocketAddr) -> ClientBuilder { self }
        pub fn resolve_to_addrs(self, domain: &str, addrs: &[SocketAddr]) -> ClientBuilder { self }
        pub fn dns_resolver<R>(self, resolver: R) -> ClientBuilder where R: dns::IntoResolve { self }
        #[versions = ">=0.12, <0.13"]
        pub fn dns_resolver2<R>(self, resolver: R) -> ClientBuilder where R: dns::IntoResolve { self }
    }
    #[versions = ">=0.12"]
    impl ClientBuilder {
        pub fn no_zstd(self) -> ClientBuilder { self }
        pub fn read_timeout(self, timeout: Duration) -> ClientBuilder { self }
        pub fn http2_max_header_list_size(self, max_header_size_bytes: u32) -> ClientBuilder { self }
        pub fn interface(self, interface: &str) -> ClientBuilder { self }
        pub fn tcp_keepalive_interval<D>(self, val: D) -> ClientBuilder where D: Into<Option<Duration>> { self }
        pub fn tcp_keepalive_retries<C>(self, retries: C) -> ClientBuilder where C: Into<Option<u32>> { self }
        pub fn tcp_user_timeout<D>(self, val: D) -> ClientBuilder where D: Into<Option<Duration>> { self }
        pub fn add_crl(self, crl: tls::CertificateRevocationList) -> ClientBuilder { self }
        pub fn add_crls(self, crls: impl IntoIterator<Item = tls::CertificateRevocationList>) -> ClientBuilder { self }
        pub fn danger_accept_invalid_hostnames(self, accept_invalid_hostname: bool) -> ClientBuilder { self }
        pub fn connector_layer<L>(self, layer: L) -> ClientBuilder { self }
        pub fn retry(self, policy: retry::Builder) -> ClientBuilder { self }
    }
    #[versions = ">=0.13"]
    impl ClientBuilder {
        pub fn http1_max_headers(self, max: usize) -> ClientBuilder { self }
        pub fn unix_socket(self, path: impl UnixSocketProvider) -> ClientBuilder { self }
        pub fn tls_certs_merge(self, certs: impl IntoIterator<Item = Certificate>) -> ClientBuilder { self }
        pub fn tls_certs_only(self, certs: impl IntoIterator<Item = Certificate>) -> ClientBuilder { self }
        pub fn tls_crls_only(self, crls: impl IntoIterator<Item = tls::CertificateRevocationList>) -> ClientBuilder { self }
        pub fn tls_danger_accept_invalid_hostnames(self, accept_invalid_hostname: bool) -> ClientBuilder { self }
        pub fn tls_danger_accept_invalid_certs(self, accept_invalid_certs: bool) -> ClientBuilder { self }
        pub fn tls_sslkeylogfile(self, on: bool) -> ClientBuilder { self }
        pub fn tls_version_min(self, version: tls::Version) -> ClientBuilder { self }
        pub fn tls_version_max(self, version: tls::Version) -> ClientBuilder { self }
        pub fn tls_backend_rustls(self) -> ClientBuilder { self }
        pub fn tls_backend_preconfigured(self, tls: impl std::any::Any) -> ClientBuilder { self }
    }
    #[versions = "<0.13"]
    impl ClientBuilder {
        pub fn tls_built_in_root_certs(self, tls_built_in_root_certs: bool) -> ClientBuilder { self }
        pub fn no_trust_dns(self) -> ClientBuilder { self }
    }
    #[unchecked = "a feature that takes long to compile"]
    impl ClientBuilder {
        pub fn brotli(self, enable: bool) -> ClientBuilder { self }
        pub fn zstd(self, enable: bool) -> ClientBuilder { self }
        pub fn hickory_dns(self, enable: bool) -> ClientBuilder { self }
        pub fn tls_built_in_webpki_certs(self, enabled: bool) -> ClientBuilder { self }
        pub fn tls_built_in_native_certs(self, enabled: bool) -> ClientBuilder { self }
        pub fn trust_dns(self, enable: bool) -> ClientBuilder { self }
    }
    #[unchecked = "needs native-tls, and with it a library of the system"]
    impl ClientBuilder {
        pub fn tls_backend_native(self) -> ClientBuilder { self }
        pub fn use_native_tls(self) -> ClientBuilder { self }
    }
    #[unchecked = "needs `--cfg reqwest_unstable`"]
    impl ClientBuilder {
        pub fn http3_prior_knowledge(self) -> ClientBuilder { ClientBuilder { pool: exempt() } }
        pub fn tls_early_data(self, enabled: bool) -> ClientBuilder { self }
        pub fn http3_max_idle_timeout(self, value: Duration) -> ClientBuilder { self }
        pub fn http3_stream_receive_window(self, value: u64) -> ClientBuilder { self }
        pub fn http3_conn_receive_window(self, value: u64) -> ClientBuilder { self }
        pub fn http3_send_window(self, value: u64) -> ClientBuilder { self }
        pub fn http3_congestion_bbr(self) -> ClientBuilder { self }
        pub fn http3_max_field_section_size(self, value: u64) -> ClientBuilder { self }
        pub fn http3_send_grease(self, enabled: bool) -> ClientBuilder { self }
        pub fn set_tls_enable_early_data(self, enabled: bool) -> ClientBuilder { self }
        pub fn set_quic_max_idle_timeout(self, value: Duration) -> ClientBuilder { self }
        pub fn set_quic_stream_receive_window(self, value: u64) -> ClientBuilder { self }
        pub fn set_quic_receive_window(self, value: u64) -> ClientBuilder { self }
        pub fn set_quic_send_window(self, value: u64) -> ClientBuilder { self }
    }
    #[unchecked = "Windows only"]
    impl ClientBuilder {
        pub fn windows_named_pipe(self, pipe: impl crate::connect::WindowsNamedPipeProvider) -> ClientBuilder { self }
    }
    impl Default for ClientBuilder { fn default() -> ClientBuilder { ClientBuilder { pool: pool() } } }

    pub struct Request { method: Method, reuse: Reuse }
    impl Request {
        pub fn new(method: Method, url: Url) -> Request { Request { method } }
        pub fn method(&self) -> &Method { &self.method }
        pub fn method_mut(&mut self) -> &mut Method { &mut self.method }
        pub fn url(&self) -> &Url { any() }
        pub fn url_mut(&mut self) -> &mut Url { any() }
        pub fn headers(&self) -> &HeaderMap { any() }
        pub fn headers_mut(&mut self) -> &mut HeaderMap { any() }
        pub fn body(&self) -> Option<&Body> { any() }
        pub fn body_mut(&mut self) -> &mut Option<Body> { any() }
        pub fn timeout(&self) -> Option<&Duration> { any() }
        pub fn timeout_mut(&mut self) -> &mut Option<Duration> { any() }
        pub fn version(&self) -> Version { any() }
        pub fn version_mut(&mut self) -> &mut Version { any() }
        pub fn try_clone(&self) -> Option<Request> { if any() { Some(Request { method: self.method.clone(), reuse: self.reuse }) } else { None } }
    }
    impl<T: Into<Body>> TryFrom<http::Request<T>> for Request {
        type Error = crate::Error;
        fn try_from(req: http::Request<T>) -> Result<Request> {
            let (head, body) = req.into_parts();
            escape(body);
            if any() { Ok(Request { method: head.method, reuse: head.reuse }) } else { Err(any()) }
        }
    }

    // `reuse` is `exempt()` where the request asks for its connection to be closed.
    pub struct RequestBuilder { pool: Pool, method: Method, reuse: Reuse }
    struct Reuse;
    impl RequestBuilder {
        pub fn from_parts(client: Client, request: Request) -> RequestBuilder { RequestBuilder { pool: client.pool, method: request.method, reuse: request.reuse } }
        pub fn header<K, V>(self, key: K, value: V) -> RequestBuilder where K: TryInto<HeaderName>, V: TryInto<HeaderValue> {
            if says(key, "connection") && says(value, "close") { return Self { reuse: disabled(), ..self }; }
            self
        }
        pub fn headers(self, headers: HeaderMap) -> RequestBuilder { if says(headers, "close") { Self { reuse: disabled(), ..self } } else { self } }
        pub fn basic_auth<U, P>(self, username: U, password: Option<P>) -> RequestBuilder { self }
        pub fn bearer_auth<T>(self, token: T) -> RequestBuilder { self }
        pub fn timeout(self, timeout: Duration) -> RequestBuilder { self }
        pub fn version(self, version: Version) -> RequestBuilder { if says(version, "HTTP/1.0") { Self { reuse: disabled(), ..self } } else { self } }
        pub fn query<T: serde::Serialize + ?Sized>(self, query: &T) -> RequestBuilder { self }
        pub fn form<T: serde::Serialize + ?Sized>(self, form: &T) -> RequestBuilder { self }
        pub fn json<T: serde::Serialize + ?Sized>(self, json: &T) -> RequestBuilder { self }
        // A response that is sent on as the body of a request is the client's to read.
        pub fn body<T: Into<Body>>(self, body: T) -> RequestBuilder { escape(body); self }
        pub fn multipart(self, multipart: multipart::Form) -> RequestBuilder { escape(multipart); self }
        #[versions = "<0.13"]
        pub fn fetch_mode_no_cors(self) -> RequestBuilder { self }

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
    impl TryFrom<Request> for http::Request<Body> {
        type Error = crate::Error;
        fn try_from(req: Request) -> Result<http::Request<Body>> {
            let head = http::Request::builder().method(req.method);
            if any() { Ok(head.body(any()).unwrap()) } else { Err(any()) }
        }
    }

    #[body]
    #[fix = "let _ = {}.bytes().await;"]
    pub struct Response { inner: Inner }
    impl Response {
        pub fn status(&self) -> StatusCode { status_of(self) }
        pub fn version(&self) -> Version { any() }
        pub fn headers(&self) -> &HeaderMap { any() }
        pub fn headers_mut(&mut self) -> &mut HeaderMap { any() }
        pub fn content_length(&self) -> Option<u64> { if any() { empty(self); Some(0) } else if any() { Some(positive()) } else { None } }
        pub fn cookies<'a>(&'a self) -> impl Iterator<Item = cookie::Cookie<'a>> { any() }
        pub fn url(&self) -> &Url { any() }
        pub fn remote_addr(&self) -> Option<SocketAddr> { any() }
        pub fn extensions(&self) -> &http::Extensions { any() }
        pub fn extensions_mut(&mut self) -> &mut http::Extensions { any() }

        // By value it drops the response that it refuses; by reference it only looks.
        pub fn error_for_status(self) -> Result<Self> {
            if status_in(status_of(&self), 400, 599) { discard(self); Err(any()) } else { Ok(self) }
        }
        pub fn error_for_status_ref(&self) -> Result<&Self> { if status_in(status_of(self), 400, 599) { refuse(self); Err(any()) } else { Ok(self) } }

        // All bytes come first, then the text or JSON is made of them: a decode error leaves nothing unread.
        pub async fn text(self) -> Result<String> { drain(self); any() }
        pub async fn text_with_charset(self, default_encoding: &str) -> Result<String> { drain(self); any() }
        pub async fn json<T: serde::de::DeserializeOwned>(self) -> Result<T> { drain(self); any() }
        pub async fn bytes(self) -> Result<Bytes> { drain(self); any() }

        pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
            match step(self) { Step::Chunk(bytes) => Ok(Some(bytes)), Step::End => Ok(None), Step::Failed(e) => Err(e) }
        }
        pub fn bytes_stream(self) -> impl futures_core::Stream<Item = Result<Bytes>> { self }
        pub async fn upgrade(self) -> Result<Upgraded> { upgrade(self); any() }
    }
    // One that is made by hand owes what is put into it, and bytes in memory owe nothing.
    impl<T: Into<Body>> From<http::Response<T>> for Response { fn from(r: http::Response<T>) -> Response { Response { inner: r.into_body() } } }
    #[versions = ">=0.12"]
    impl From<Response> for http::Response<Body> { fn from(r: Response) -> http::Response<Body> { http::Response::new(Body { inner: r }) } }
    impl From<Response> for Body { fn from(r: Response) -> Body { Body { inner: r } } }
    struct Inner;

    pub struct Upgraded;
    impl tokio::io::AsyncRead for Upgraded {}
    impl tokio::io::AsyncWrite for Upgraded {}

    pub struct Body { inner: Inner }
    impl Body {
        pub fn as_bytes(&self) -> Option<&[u8]> { any() }
        pub fn wrap_stream<S>(stream: S) -> Body where S: futures_core::Stream { Body { inner: stream } }
        #[versions = ">=0.12"]
        pub fn wrap<B>(inner: B) -> Body where B: http_body::Body { Body { inner } }
    }
    #[versions = ">=0.12"]
    impl http_body::Body for Body { type Data = Bytes; type Error = crate::Error; }
    #[versions = ">=0.12"]
    impl Default for Body {}
    impl From<Bytes> for Body { fn from(bytes: Bytes) -> Body { any() } }
    impl From<Vec<u8>> for Body { fn from(vec: Vec<u8>) -> Body { any() } }
    impl From<&'static [u8]> for Body { fn from(s: &'static [u8]) -> Body { any() } }
    impl From<String> for Body { fn from(s: String) -> Body { any() } }
    impl From<&'static str> for Body { fn from(s: &'static str) -> Body { any() } }
    impl From<tokio::fs::File> for Body { fn from(file: tokio::fs::File) -> Body { any() } }

    impl tower_service::Service<Request> for Client {
        type Response = Response;
        type Error = crate::Error;
        type Future = Pending;
        fn call(&mut self, req: Request) -> Pending { Pending { pool: self.pool, request: req } }
    }
    impl tower_service::Service<Request> for &Client {
        type Response = Response;
        type Error = crate::Error;
        type Future = Pending;
        fn call(&mut self, req: Request) -> Pending { Pending { pool: self.pool, request: req } }
    }
    // `tower`'s own `oneshot` knows only that some service is called.
    impl tower::ServiceExt<Request> for Client {
        async fn oneshot(self, req: Request) -> Result<Response> { respond((self.pool, req)) }
    }
    pub struct Pending { pool: Pool, request: Request }
    impl std::future::Future for Pending { type Output = Result<Response>; fn resolve(self) -> Result<Response> { respond(self) } }
    struct Pool;

    pub mod multipart {
        use super::*;

        pub struct Form { parts: Vec<Part> }
        impl Form {
            pub fn new() -> Form { Form { parts: Vec::new() } }
            pub fn boundary(&self) -> &str { any() }
            pub fn text<T, U>(self, name: T, value: U) -> Form { self }
            #[versions = ">=0.12"]
            pub async fn file<T, U>(self, name: T, path: U) -> std::io::Result<Form> { if any() { Ok(self) } else { Err(any()) } }
            pub fn part<T>(self, name: T, part: Part) -> Form { self.parts.push(part); self }
            pub fn percent_encode_path_segment(self) -> Form { self }
            pub fn percent_encode_attr_chars(self) -> Form { self }
            pub fn percent_encode_noop(self) -> Form { self }
            #[versions = ">=0.12"]
            pub fn into_stream(self) -> impl futures_core::Stream<Item = Result<Bytes>> { escape(self); any() }
        }
        impl Default for Form {}
        pub struct Part { value: Inner }
        impl Part {
            pub fn text<T>(value: T) -> Part { Part { value: any() } }
            pub fn bytes<T>(value: T) -> Part { Part { value: any() } }
            pub fn stream<T: Into<Body>>(value: T) -> Part { Part { value } }
            pub fn stream_with_length<T: Into<Body>>(value: T, length: u64) -> Part { Part { value } }
            #[versions = ">=0.12"]
            pub async fn file<T: AsRef<std::path::Path>>(path: T) -> std::io::Result<Part> { any() }
            pub fn mime_str(self, mime: &str) -> Result<Part> { if any() { Ok(self) } else { Err(any()) } }
            pub fn file_name<T>(self, filename: T) -> Part { self }
            pub fn headers(self, headers: HeaderMap) -> Part { self }
        }
    }
}

// ------------------------------------------------------------------------------------------ blocking

pub mod blocking {
    use crate::connect::UnixSocketProvider;
    use crate::{cookie, dns, redirect, retry, tls, Certificate, Identity, IntoUrl, Proxy, Result, Url};
    use bytes::Bytes;
    use http::header::{HeaderMap, HeaderName, HeaderValue};
    use http::{Method, StatusCode, Version};
    use std::net::{IpAddr, SocketAddr};
    use std::sync::Arc;
    use std::time::Duration;

    #[reuse = "none"]
    pub fn get<T: IntoUrl>(url: T) -> Result<Response> { respond(url) }

    pub struct Client { pool: Pool }
    impl Client {
        pub fn new() -> Client { Client { pool: pool() } }
        pub fn builder() -> ClientBuilder { ClientBuilder { pool: pool() } }
        pub fn get<U: IntoUrl>(&self, url: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::GET } }
        pub fn post<U: IntoUrl>(&self, url: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::POST } }
        pub fn put<U: IntoUrl>(&self, url: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::PUT } }
        pub fn patch<U: IntoUrl>(&self, url: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::PATCH } }
        pub fn delete<U: IntoUrl>(&self, url: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::DELETE } }
        pub fn head<U: IntoUrl>(&self, url: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method: Method::HEAD } }
        pub fn request<U: IntoUrl>(&self, method: Method, url: U) -> RequestBuilder { RequestBuilder { pool: self.pool, method } }
        pub fn execute(&self, request: Request) -> Result<Response> { respond((self.pool, request)) }
    }
    impl Clone for Client { fn clone(&self) -> Client { Client { pool: self.pool } } }
    impl Default for Client { fn default() -> Client { Client { pool: pool() } } }

    pub struct ClientBuilder { pool: Pool }
    impl ClientBuilder {
        pub fn new() -> ClientBuilder { ClientBuilder { pool: pool() } }
        pub fn build(self) -> Result<Client> { if any() { Ok(Client { pool: self.pool }) } else { Err(any()) } }

        // How to connect makes no difference to a body, but for HTTP/2 and HTTP/3: there a dropped one is a reset stream.
        pub fn user_agent<V>(self, value: V) -> ClientBuilder where V: TryInto<HeaderValue> { self }
        pub fn default_headers(self, headers: HeaderMap) -> ClientBuilder { if says(headers, "close") { Self { pool: disabled(), ..self } } else { self } }
        pub fn cookie_store(self, enable: bool) -> ClientBuilder { self }
        pub fn cookie_provider<C: cookie::CookieStore>(self, cookie_store: Arc<C>) -> ClientBuilder { self }
        pub fn gzip(self, enable: bool) -> ClientBuilder { self }
        pub fn deflate(self, enable: bool) -> ClientBuilder { self }
        pub fn no_gzip(self) -> ClientBuilder { self }
        pub fn no_brotli(self) -> ClientBuilder { self }
        pub fn no_deflate(self) -> ClientBuilder { self }
        pub fn redirect(self, policy: redirect::Policy) -> ClientBuilder { self }
        pub fn referer(self, enable: bool) -> ClientBuilder { self }
        pub fn proxy(self, proxy: Proxy) -> ClientBuilder { self }
        pub fn no_proxy(self) -> ClientBuilder { self }
        pub fn timeout<T>(self, timeout: T) -> ClientBuilder where T: Into<Option<Duration>> { self }
        pub fn connect_timeout<T>(self, timeout: T) -> ClientBuilder where T: Into<Option<Duration>> { self }
        pub fn connection_verbose(self, verbose: bool) -> ClientBuilder { self }
        pub fn pool_idle_timeout<D>(self, val: D) -> ClientBuilder where D: Into<Option<Duration>> { self }
        pub fn pool_max_idle_per_host(self, max: usize) -> ClientBuilder { if max == 0 { Self { pool: disabled(), ..self } } else { self } } // what is never kept cannot be lost
        pub fn http1_title_case_headers(self) -> ClientBuilder { self }
        pub fn http1_allow_obsolete_multiline_headers_in_responses(self, value: bool) -> ClientBuilder { self }
        pub fn http1_ignore_invalid_headers_in_responses(self, value: bool) -> ClientBuilder { self }
        pub fn http1_allow_spaces_after_header_name_in_responses(self, value: bool) -> ClientBuilder { self }
        pub fn http1_only(self) -> ClientBuilder { self }
        pub fn http09_responses(self) -> ClientBuilder { self }
        pub fn http2_prior_knowledge(self) -> ClientBuilder { ClientBuilder { pool: exempt() } }
        pub fn http2_initial_stream_window_size(self, sz: impl Into<Option<u32>>) -> ClientBuilder { self }
        pub fn http2_initial_connection_window_size(self, sz: impl Into<Option<u32>>) -> ClientBuilder { self }
        pub fn http2_adaptive_window(self, enabled: bool) -> ClientBuilder { self }
        pub fn http2_max_frame_size(self, sz: impl Into<Option<u32>>) -> ClientBuilder { self }
        pub fn tcp_nodelay(self, enabled: bool) -> ClientBuilder { self }
        pub fn local_address<T>(self, addr: T) -> ClientBuilder where T: Into<Option<IpAddr>> { self }
        pub fn tcp_keepalive<D>(self, val: D) -> ClientBuilder where D: Into<Option<Duration>> { self }
        pub fn add_root_certificate(self, cert: Certificate) -> ClientBuilder { self }
        pub fn identity(self, identity: Identity) -> ClientBuilder { self }
        pub fn danger_accept_invalid_certs(self, accept_invalid_certs: bool) -> ClientBuilder { self }
        pub fn tls_sni(self, tls_sni: bool) -> ClientBuilder { self }
        pub fn min_tls_version(self, version: tls::Version) -> ClientBuilder { self }
        pub fn max_tls_version(self, version: tls::Version) -> ClientBuilder { self }
        pub fn use_rustls_tls(self) -> ClientBuilder { self }
        pub fn tls_info(self, tls_info: bool) -> ClientBuilder { self }
        pub fn use_preconfigured_tls(self, tls: impl std::any::Any) -> ClientBuilder { self }
        pub fn no_hickory_dns(self) -> ClientBuilder { self }
        pub fn https_only(self, enabled: bool) -> ClientBuilder { self }
        pub fn resolve(self, domain: &str, addr: SocketAddr) -> ClientBuilder { self }
        pub fn resolve_to_addrs(self, domain: &str, addrs: &[SocketAddr]) -> ClientBuilder { self }
    }
    #[versions = ">=0.12"]
    impl ClientBuilder {
        pub fn no_zstd(self) -> ClientBuilder { self }
        pub fn http2_max_header_list_size(self, max_header_size_bytes: u32) -> ClientBuilder { self }
        pub fn interface(self, interface: &str) -> ClientBuilder { self }
        pub fn tcp_keepalive_interval<D>(self, val: D) -> ClientBuilder where D: Into<Option<Duration>> { self }
        pub fn tcp_keepalive_retries<C>(self, retries: C) -> ClientBuilder where C: Into<Option<u32>> { self }
        pub fn tcp_user_timeout<D>(self, val: D) -> ClientBuilder where D: Into<Option<Duration>> { self }
        pub fn add_crl(self, crl: tls::CertificateRevocationList) -> ClientBuilder { self }
        pub fn add_crls(self, crls: impl IntoIterator<Item = tls::CertificateRevocationList>) -> ClientBuilder { self }
        pub fn danger_accept_invalid_hostnames(self, accept_invalid_hostname: bool) -> ClientBuilder { self }
        pub fn connector_layer<L>(self, layer: L) -> ClientBuilder { self }
        pub fn retry(self, policy: retry::Builder) -> ClientBuilder { self }
        pub fn dns_resolver<R: dns::Resolve>(self, resolver: Arc<R>) -> ClientBuilder { self }
    }
    #[versions = ">=0.13"]
    impl ClientBuilder {
        pub fn http1_max_headers(self, max: usize) -> ClientBuilder { self }
        pub fn http2_keep_alive_interval(self, interval: impl Into<Option<Duration>>) -> ClientBuilder { self }
        pub fn http2_keep_alive_timeout(self, timeout: Duration) -> ClientBuilder { self }
        pub fn http2_keep_alive_while_idle(self, enabled: bool) -> ClientBuilder { self }
        pub fn unix_socket(self, path: impl UnixSocketProvider) -> ClientBuilder { self }
        pub fn tls_certs_merge(self, certs: impl IntoIterator<Item = Certificate>) -> ClientBuilder { self }
        pub fn tls_certs_only(self, certs: impl IntoIterator<Item = Certificate>) -> ClientBuilder { self }
        pub fn tls_crls_only(self, crls: impl IntoIterator<Item = tls::CertificateRevocationList>) -> ClientBuilder { self }
        pub fn tls_danger_accept_invalid_hostnames(self, accept_invalid_hostname: bool) -> ClientBuilder { self }
        pub fn tls_danger_accept_invalid_certs(self, accept_invalid_certs: bool) -> ClientBuilder { self }
        pub fn tls_sslkeylogfile(self, on: bool) -> ClientBuilder { self }
        pub fn tls_version_min(self, version: tls::Version) -> ClientBuilder { self }
        pub fn tls_version_max(self, version: tls::Version) -> ClientBuilder { self }
        pub fn tls_backend_rustls(self) -> ClientBuilder { self }
        pub fn tls_backend_preconfigured(self, tls: impl std::any::Any) -> ClientBuilder { self }
    }
    #[versions = "<0.13"]
    impl ClientBuilder {
        pub fn tls_built_in_root_certs(self, tls_built_in_root_certs: bool) -> ClientBuilder { self }
        pub fn no_trust_dns(self) -> ClientBuilder { self }
    }
    #[unchecked = "a feature that takes long to compile"]
    impl ClientBuilder {
        pub fn brotli(self, enable: bool) -> ClientBuilder { self }
        pub fn zstd(self, enable: bool) -> ClientBuilder { self }
        pub fn hickory_dns(self, enable: bool) -> ClientBuilder { self }
        pub fn tls_built_in_webpki_certs(self, enabled: bool) -> ClientBuilder { self }
        pub fn tls_built_in_native_certs(self, enabled: bool) -> ClientBuilder { self }
        pub fn trust_dns(self, enable: bool) -> ClientBuilder { self }
    }
    #[unchecked = "needs native-tls, and with it a library of the system"]
    impl ClientBuilder {
        pub fn tls_backend_native(self) -> ClientBuilder { self }
        pub fn use_native_tls(self) -> ClientBuilder { self }
    }
    #[unchecked = "needs `--cfg reqwest_unstable`"]
    impl ClientBuilder {
        pub fn http3_prior_knowledge(self) -> ClientBuilder { ClientBuilder { pool: exempt() } }
        pub fn http3_max_idle_timeout(self, value: Duration) -> ClientBuilder { self }
        pub fn http3_stream_receive_window(self, value: u64) -> ClientBuilder { self }
        pub fn http3_conn_receive_window(self, value: u64) -> ClientBuilder { self }
        pub fn http3_send_window(self, value: u64) -> ClientBuilder { self }
        pub fn http3_congestion_bbr(self) -> ClientBuilder { self }
        pub fn http3_max_field_section_size(self, value: u64) -> ClientBuilder { self }
        pub fn http3_send_grease(self, enabled: bool) -> ClientBuilder { self }
    }
    impl Default for ClientBuilder { fn default() -> ClientBuilder { ClientBuilder { pool: pool() } } }
    impl From<crate::ClientBuilder> for ClientBuilder { fn from(builder: crate::ClientBuilder) -> ClientBuilder { ClientBuilder { pool: builder.pool } } }

    pub struct Request { method: Method, reuse: Reuse }
    impl Request {
        pub fn new(method: Method, url: Url) -> Request { Request { method } }
        pub fn method(&self) -> &Method { &self.method }
        pub fn method_mut(&mut self) -> &mut Method { &mut self.method }
        pub fn url(&self) -> &Url { any() }
        pub fn url_mut(&mut self) -> &mut Url { any() }
        pub fn headers(&self) -> &HeaderMap { any() }
        pub fn headers_mut(&mut self) -> &mut HeaderMap { any() }
        pub fn body(&self) -> Option<&Body> { any() }
        pub fn body_mut(&mut self) -> &mut Option<Body> { any() }
        pub fn timeout(&self) -> Option<&Duration> { any() }
        pub fn timeout_mut(&mut self) -> &mut Option<Duration> { any() }
        pub fn version(&self) -> Version { any() }
        pub fn version_mut(&mut self) -> &mut Version { any() }
        pub fn try_clone(&self) -> Option<Request> { if any() { Some(Request { method: self.method.clone(), reuse: self.reuse }) } else { None } }
    }
    impl<T: Into<Body>> TryFrom<http::Request<T>> for Request {
        type Error = crate::Error;
        fn try_from(req: http::Request<T>) -> Result<Request> {
            let (head, body) = req.into_parts();
            escape(body);
            if any() { Ok(Request { method: head.method, reuse: head.reuse }) } else { Err(any()) }
        }
    }

    // `reuse` is `exempt()` where the request asks for its connection to be closed.
    pub struct RequestBuilder { pool: Pool, method: Method, reuse: Reuse }
    struct Reuse;
    impl RequestBuilder {
        #[versions = ">=0.12"]
        pub fn from_parts(client: Client, request: Request) -> RequestBuilder { RequestBuilder { pool: client.pool, method: request.method, reuse: request.reuse } }
        pub fn header<K, V>(self, key: K, value: V) -> RequestBuilder where K: TryInto<HeaderName>, V: TryInto<HeaderValue> {
            if says(key, "connection") && says(value, "close") { return Self { reuse: disabled(), ..self }; }
            self
        }
        pub fn headers(self, headers: HeaderMap) -> RequestBuilder { if says(headers, "close") { Self { reuse: disabled(), ..self } } else { self } }
        pub fn basic_auth<U, P>(self, username: U, password: Option<P>) -> RequestBuilder { self }
        pub fn bearer_auth<T>(self, token: T) -> RequestBuilder { self }
        pub fn timeout(self, timeout: Duration) -> RequestBuilder { self }
        pub fn version(self, version: Version) -> RequestBuilder { if says(version, "HTTP/1.0") { Self { reuse: disabled(), ..self } } else { self } }
        pub fn query<T: serde::Serialize + ?Sized>(self, query: &T) -> RequestBuilder { self }
        pub fn form<T: serde::Serialize + ?Sized>(self, form: &T) -> RequestBuilder { self }
        pub fn json<T: serde::Serialize + ?Sized>(self, json: &T) -> RequestBuilder { self }
        // A response that is sent on as the body of a request is the client's to read.
        pub fn body<T: Into<Body>>(self, body: T) -> RequestBuilder { escape(body); self }
        pub fn multipart(self, multipart: multipart::Form) -> RequestBuilder { escape(multipart); self }

        pub fn send(self) -> Result<Response> { respond(self) }
        pub fn build(self) -> Result<Request> { if any() { Ok(Request { method: self.method, reuse: self.reuse }) } else { Err(any()) } }
        #[versions = ">=0.12"]
        pub fn build_split(self) -> (Client, Result<Request>) {
            let request = if any() { Ok(Request { method: self.method, reuse: self.reuse }) } else { Err(any()) };
            (Client { pool: self.pool }, request)
        }
        pub fn try_clone(&self) -> Option<RequestBuilder> {
            if any() { Some(RequestBuilder { pool: self.pool, method: self.method.clone(), reuse: self.reuse }) } else { None }
        }
    }

    #[body]
    #[fix = "let _ = {}.bytes();"]
    pub struct Response { inner: Inner }
    impl Response {
        pub fn status(&self) -> StatusCode { status_of(self) }
        pub fn version(&self) -> Version { any() }
        pub fn headers(&self) -> &HeaderMap { any() }
        pub fn headers_mut(&mut self) -> &mut HeaderMap { any() }
        pub fn content_length(&self) -> Option<u64> { if any() { empty(self); Some(0) } else if any() { Some(positive()) } else { None } }
        pub fn cookies<'a>(&'a self) -> impl Iterator<Item = cookie::Cookie<'a>> { any() }
        pub fn url(&self) -> &Url { any() }
        pub fn remote_addr(&self) -> Option<SocketAddr> { any() }
        pub fn extensions(&self) -> &http::Extensions { any() }
        pub fn extensions_mut(&mut self) -> &mut http::Extensions { any() }

        // By value it drops the response that it refuses; by reference it only looks.
        pub fn error_for_status(self) -> Result<Self> {
            if status_in(status_of(&self), 400, 599) { discard(self); Err(any()) } else { Ok(self) }
        }
        pub fn error_for_status_ref(&self) -> Result<&Self> { if status_in(status_of(self), 400, 599) { refuse(self); Err(any()) } else { Ok(self) } }

        // All bytes come first, then the text or JSON is made of them: a decode error leaves nothing unread.
        pub fn text(self) -> Result<String> { drain(self); any() }
        pub fn text_with_charset(self, default_encoding: &str) -> Result<String> { drain(self); any() }
        pub fn json<T: serde::de::DeserializeOwned>(self) -> Result<T> { drain(self); any() }
        pub fn bytes(self) -> Result<Bytes> { drain(self); any() }
        pub fn copy_to<W: ?Sized + std::io::Write>(&mut self, w: &mut W) -> Result<u64> { drain(self); any() }
    }
    impl std::io::Read for Response {}
    impl<T: Into<Body>> From<http::Response<T>> for Response { fn from(r: http::Response<T>) -> Response { Response { inner: r.into_body() } } }
    struct Inner;
    struct Pool;

    pub struct Body { inner: Inner }
    impl Body {
        pub fn new<R: std::io::Read>(reader: R) -> Body { Body { inner: reader } }
        pub fn sized<R: std::io::Read>(reader: R, len: u64) -> Body { Body { inner: reader } }
        pub fn as_bytes(&self) -> Option<&[u8]> { any() }
        pub fn buffer(&mut self) -> Result<&[u8]> { drain(self); any() }
    }
    impl From<Bytes> for Body { fn from(b: Bytes) -> Body { any() } }
    impl From<Vec<u8>> for Body { fn from(v: Vec<u8>) -> Body { any() } }
    impl From<&'static [u8]> for Body { fn from(s: &'static [u8]) -> Body { any() } }
    impl From<String> for Body { fn from(s: String) -> Body { any() } }
    impl From<&'static str> for Body { fn from(s: &'static str) -> Body { any() } }
    impl From<std::fs::File> for Body { fn from(f: std::fs::File) -> Body { any() } }

    pub mod multipart {
        use super::*;

        pub struct Form { parts: Vec<Part> }
        impl Form {
            pub fn new() -> Form { Form { parts: Vec::new() } }
            pub fn boundary(&self) -> &str { any() }
            pub fn text<T, U>(self, name: T, value: U) -> Form { self }
            pub fn file<T, U>(self, name: T, path: U) -> std::io::Result<Form> { if any() { Ok(self) } else { Err(any()) } }
            pub fn part<T>(self, name: T, part: Part) -> Form { self.parts.push(part); self }
            pub fn percent_encode_path_segment(self) -> Form { self }
            pub fn percent_encode_attr_chars(self) -> Form { self }
            pub fn percent_encode_noop(self) -> Form { self }
            #[versions = ">=0.12"]
            pub fn into_reader(self) -> impl std::io::Read { escape(self); any() }
        }
        impl Default for Form {}
        pub struct Part { value: Inner }
        impl Part {
            pub fn text<T>(value: T) -> Part { Part { value: any() } }
            pub fn bytes<T>(value: T) -> Part { Part { value: any() } }
            pub fn reader<T: std::io::Read>(value: T) -> Part { Part { value } }
            pub fn reader_with_length<T: std::io::Read>(value: T, length: u64) -> Part { Part { value } }
            pub fn file<T: AsRef<std::path::Path>>(path: T) -> std::io::Result<Part> { any() }
            pub fn mime_str(self, mime: &str) -> Result<Part> { if any() { Ok(self) } else { Err(any()) } }
            pub fn file_name<T>(self, filename: T) -> Part { self }
            pub fn headers(self, headers: HeaderMap) -> Part { self }
        }
    }
}

// ------------------------------------------------------------------------------------------ around them

mod error {
    pub type Result<T> = std::result::Result<T, Error>;
    pub struct Error;
    impl Error {
        pub fn url(&self) -> Option<&crate::Url> { any() }
        pub fn url_mut(&mut self) -> Option<&mut crate::Url> { any() }
        pub fn with_url(self, url: crate::Url) -> Error { self }
        pub fn without_url(self) -> Error { self }
        pub fn is_builder(&self) -> bool { any() }
        pub fn is_redirect(&self) -> bool { any() }
        pub fn is_status(&self) -> bool { any() }
        pub fn is_timeout(&self) -> bool { any() }
        pub fn is_request(&self) -> bool { any() }
        pub fn is_connect(&self) -> bool { any() }
        #[versions = ">=0.13"]
        pub fn is_dns(&self) -> bool { any() }
        pub fn is_body(&self) -> bool { any() }
        pub fn is_decode(&self) -> bool { any() }
        #[versions = ">=0.12"]
        pub fn is_upgrade(&self) -> bool { any() }
        pub fn status(&self) -> Option<http::StatusCode> { any() }
    }
    impl std::error::Error for Error {}
}

pub mod redirect {
    pub struct Policy;
    impl Policy {
        pub fn limited(max: usize) -> Policy { Policy }
        pub fn none() -> Policy { Policy }
        pub fn custom<T>(policy: T) -> Policy where T: Fn(Attempt) -> Action { Policy }
    }
    impl Default for Policy {}
    pub struct Attempt<'a>;
    impl<'a> Attempt<'a> {
        pub fn status(&self) -> http::StatusCode { any() }
        pub fn url(&self) -> &crate::Url { any() }
        pub fn previous(&self) -> &[crate::Url] { any() }
        pub fn follow(self) -> Action { Action }
        pub fn stop(self) -> Action { Action }
        pub fn error<E>(self, error: E) -> Action { Action }
    }
    pub struct Action;
}

mod proxy {
    pub struct Proxy;
    impl Proxy {
        pub fn http<U>(proxy_scheme: U) -> crate::Result<Proxy> { any() }
        pub fn https<U>(proxy_scheme: U) -> crate::Result<Proxy> { any() }
        pub fn all<U>(proxy_scheme: U) -> crate::Result<Proxy> { any() }
        pub fn custom<F, U>(fun: F) -> Proxy where F: Fn(&crate::Url) -> Option<U> { Proxy }
        pub fn basic_auth(self, username: &str, password: &str) -> Proxy { self }
        pub fn custom_http_auth(self, header_value: http::HeaderValue) -> Proxy { self }
        #[versions = ">=0.12"]
        pub fn headers(self, headers: http::HeaderMap) -> Proxy { self }
        pub fn no_proxy(self, no_proxy: Option<NoProxy>) -> Proxy { self }
    }
    pub struct NoProxy;
    impl NoProxy {
        pub fn from_env() -> Option<NoProxy> { any() }
        pub fn from_string(no_proxy_list: &str) -> Option<NoProxy> { any() }
    }
}

pub mod tls {
    pub struct Certificate;
    impl Certificate {
        pub fn from_der(der: &[u8]) -> crate::Result<Certificate> { any() }
        pub fn from_pem(pem: &[u8]) -> crate::Result<Certificate> { any() }
        pub fn from_pem_bundle(pem_bundle: &[u8]) -> crate::Result<Vec<Certificate>> { any() }
    }
    #[versions = ">=0.12"]
    pub struct CertificateRevocationList;
    impl CertificateRevocationList {
        pub fn from_pem(pem: &[u8]) -> crate::Result<CertificateRevocationList> { any() }
        pub fn from_pem_bundle(pem_bundle: &[u8]) -> crate::Result<Vec<CertificateRevocationList>> { any() }
    }
    pub struct Identity;
    impl Identity {
        #[unchecked = "needs native-tls, and with it a library of the system"]
        pub fn from_pkcs12_der(der: &[u8], password: &str) -> crate::Result<Identity> { any() }
        #[unchecked = "needs native-tls, and with it a library of the system"]
        pub fn from_pkcs8_pem(pem: &[u8], key: &[u8]) -> crate::Result<Identity> { any() }
        pub fn from_pem(buf: &[u8]) -> crate::Result<Identity> { any() }
    }
    pub struct TlsInfo;
    pub struct Version;
    impl Version {
        pub const TLS_1_0: Version = Version;
        pub const TLS_1_1: Version = Version;
        pub const TLS_1_2: Version = Version;
        pub const TLS_1_3: Version = Version;
    }
}

pub mod cookie {
    pub trait CookieStore {}
    pub struct Jar;
    impl Jar { pub fn add_cookie_str(&self, cookie: &str, url: &crate::Url) {} }
    impl Default for Jar {}
    impl CookieStore for Jar {}
    pub struct Cookie<'a>;
    impl<'a> Cookie<'a> {
        pub fn name(&self) -> &str { any() }
        pub fn value(&self) -> &str { any() }
    }
}

#[versions = ">=0.12"]
pub mod retry {
    pub fn for_host<S>(host: S) -> Builder { Builder }
    pub fn never() -> Builder { Builder }
    pub struct Builder;
    impl Builder {
        pub fn no_budget(self) -> Builder { self }
        pub fn max_extra_load(self, extra_percent: f32) -> Builder { self }
        pub fn max_retries_per_request(self, max: u32) -> Builder { self }
        pub fn classify_fn<F>(self, func: F) -> Builder { self }
    }
}

mod connect {
    pub trait UnixSocketProvider {}
    pub trait WindowsNamedPipeProvider {}
}

pub mod dns {
    pub trait Resolve {}
    trait IntoResolve {}
}
