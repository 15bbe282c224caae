//! awc 3, the client of actix.
//!
//! A connection goes back to the pool where a poll gives the end of the body (`None`); to have read all bytes is not
//! enough. A response of an error status is a response like any other. Redirects drop what no caller sees.
//! Weak spots: `json()` of another content type, and `body()` or `json()` beyond its limit, leave the rest unread,
//! and are taken for failed bodies; connectors and layers of one's own (`wrap`) are not looked into.
#![client(krate = "awc", versions = ">=3, <4", features = "compress-gzip, cookies", reuse = "at_end")]

pub use actix_http::body;
pub use builder::ClientBuilder;
pub use client::{Client, Connect, Connector};
pub use frozen::{FrozenClientRequest, FrozenSendBuilder};
pub use request::ClientRequest;
pub use response::{ClientResponse, JsonBody, ResponseBody};
pub use sender::SendClientRequest;

pub mod http {
    pub use actix_http::{header, uri, Error, Method, StatusCode, Uri, Version};
    pub enum ConnectionType { Close, KeepAlive, Upgrade }
}

mod client {
    use crate::{http, ClientBuilder, ClientRequest};
    use http::Method;

    pub struct Client { pool: Pool }
    struct Pool;
    impl Client {
        pub fn new() -> Client { Client { pool: pool() } }
        #[unchecked(output = "its type parameters are services, which are left out here")]
        pub fn builder() -> ClientBuilder { ClientBuilder { pool: pool() } }
        pub fn request<U>(&self, method: Method, url: U) -> ClientRequest where http::Uri: TryFrom<U> { ClientRequest { pool: self.pool, method } }
        pub fn request_from<U>(&self, url: U, head: &actix_http::RequestHead) -> ClientRequest where http::Uri: TryFrom<U> { ClientRequest { pool: self.pool, method: any() } }
        pub fn get<U>(&self, url: U) -> ClientRequest where http::Uri: TryFrom<U> { ClientRequest { pool: self.pool, method: Method::GET } }
        pub fn head<U>(&self, url: U) -> ClientRequest where http::Uri: TryFrom<U> { ClientRequest { pool: self.pool, method: Method::HEAD } }
        pub fn put<U>(&self, url: U) -> ClientRequest where http::Uri: TryFrom<U> { ClientRequest { pool: self.pool, method: Method::PUT } }
        pub fn post<U>(&self, url: U) -> ClientRequest where http::Uri: TryFrom<U> { ClientRequest { pool: self.pool, method: Method::POST } }
        pub fn patch<U>(&self, url: U) -> ClientRequest where http::Uri: TryFrom<U> { ClientRequest { pool: self.pool, method: Method::PATCH } }
        pub fn delete<U>(&self, url: U) -> ClientRequest where http::Uri: TryFrom<U> { ClientRequest { pool: self.pool, method: Method::DELETE } }
        pub fn options<U>(&self, url: U) -> ClientRequest where http::Uri: TryFrom<U> { ClientRequest { pool: self.pool, method: Method::OPTIONS } }
        pub fn query<U>(&self, url: U) -> ClientRequest where http::Uri: TryFrom<U> { ClientRequest { pool: self.pool, method: any() } }
        pub fn ws<U>(&self, url: U) -> crate::ws::WebsocketsRequest where http::Uri: TryFrom<U> { crate::ws::WebsocketsRequest }
        pub fn headers(&mut self) -> Option<&mut http::header::HeaderMap> { any() }
    }
    impl Clone for Client { fn clone(&self) -> Client { Client { pool: self.pool } } }
    impl Default for Client { fn default() -> Client { Client { pool: pool() } } }

    pub struct Connector<T = ()>;
    #[unchecked = "its type parameters are services, which are left out here"]
    impl Connector<()> { pub fn new() -> Connector<()> { any() } }
    #[unchecked = "its type parameters are services, which are left out here"]
    impl<T> Connector<T> {
        pub fn connector<S>(self, connector: S) -> Connector<S> { any() }
        pub fn timeout(self, timeout: std::time::Duration) -> Self { self }
        pub fn handshake_timeout(self, timeout: std::time::Duration) -> Self { self }
        pub fn openssl<C>(self, connector: C) -> Self { self }
        pub fn rustls<C>(self, connector: C) -> Self { self }
        pub fn rustls_021<C>(self, connector: C) -> Self { self }
        pub fn rustls_0_22<C>(self, connector: C) -> Self { self }
        pub fn rustls_0_23<C>(self, connector: C) -> Self { self }
        pub fn max_http_version(self, val: http::Version) -> Self { self }
        pub fn limit(self, limit: usize) -> Self { self }
        pub fn conn_keep_alive(self, dur: std::time::Duration) -> Self { self }
        pub fn conn_lifetime(self, dur: std::time::Duration) -> Self { self }
        pub fn disconnect_timeout(self, dur: std::time::Duration) -> Self { self }
        pub fn local_address(self, addr: std::net::IpAddr) -> Self { self }
    }
    pub struct Connect { pub uri: http::Uri, pub addr: Option<std::net::SocketAddr> }
}

mod builder {
    use crate::{http, Client, Connector};
    use std::time::Duration;

    struct Pool;
    pub struct ClientBuilder<S = (), M = ()> { pool: Pool }
    #[unchecked = "its type parameters are services, which are left out here"]
    impl ClientBuilder { pub fn new() -> ClientBuilder { ClientBuilder { pool: pool() } } }
    impl<S, M> ClientBuilder<S, M> {
        #[unchecked = "its type parameters are services, which are left out here"]
        pub fn finish(self) -> Client { Client { pool: self.pool } }
        #[unchecked = "its type parameters are services, which are left out here"]
        pub fn connector<T>(self, connector: Connector<T>) -> Self { self }
        pub fn timeout(self, timeout: Duration) -> Self { self }
        pub fn disable_timeout(self) -> Self { self }
        pub fn local_address(self, addr: std::net::IpAddr) -> Self { self }
        pub fn max_http_version(self, val: http::Version) -> Self { self }
        pub fn disable_redirects(self) -> Self { self }
        pub fn max_redirects(self, num: u8) -> Self { self }
        pub fn initial_window_size(self, size: u32) -> Self { self }
        pub fn initial_connection_window_size(self, size: u32) -> Self { self }
        pub fn no_default_headers(self) -> Self { self }
        pub fn add_default_header<H>(self, header: H) -> Self {
            if says(header, "connection") && says(header, "close") { return Self { pool: disabled(), ..self }; }
            self
        }
        pub fn header<K, V>(self, key: K, value: V) -> Self {
            if says(key, "connection") && says(value, "close") { return Self { pool: disabled(), ..self }; }
            self
        }
        pub fn basic_auth<N>(self, username: N, password: Option<&str>) -> Self { self }
        pub fn bearer_auth<T>(self, token: T) -> Self { self }
        #[unchecked = "its type parameters are services, which are left out here"]
        pub fn wrap<T>(self, mw: T) -> Self { self }
    }
}

mod request {
    use crate::{http, FrozenClientRequest, SendClientRequest};
    use http::{Method, Uri, Version};

    struct Pool;
    pub struct ClientRequest { pool: Pool, method: Method }
    impl ClientRequest {
        pub fn uri<U>(self, uri: U) -> Self where Uri: TryFrom<U> { self }
        pub fn get_uri(&self) -> &Uri { any() }
        pub fn address(self, addr: std::net::SocketAddr) -> Self { self }
        pub fn method(self, method: Method) -> Self { ClientRequest { pool: self.pool, method } }
        pub fn get_method(&self) -> &Method { &self.method }
        pub fn version(self, version: Version) -> Self { self }
        pub fn get_version(&self) -> &Version { any() }
        pub fn get_peer_addr(&self) -> &Option<std::net::SocketAddr> { any() }
        pub fn headers(&self) -> &http::header::HeaderMap { any() }
        pub fn headers_mut(&mut self) -> &mut http::header::HeaderMap { any() }
        pub fn insert_header<H>(self, header: H) -> Self {
            if says(header, "connection") && says(header, "close") { return Self { pool: disabled(), ..self }; }
            self
        }
        pub fn insert_header_if_none<H>(self, header: H) -> Self { self }
        pub fn append_header<H>(self, header: H) -> Self { self.insert_header(header) }
        pub fn camel_case(self) -> Self { self }
        // The connection is closed whatever becomes of the body.
        pub fn force_close(self) -> Self { ClientRequest { pool: disabled(), method: self.method } }
        pub fn content_type<V>(self, value: V) -> Self { self }
        pub fn content_length(self, len: u64) -> Self { self }
        pub fn basic_auth(self, username: impl std::fmt::Display, password: impl std::fmt::Display) -> Self { self }
        pub fn bearer_auth(self, token: impl std::fmt::Display) -> Self { self }
        pub fn cookie<C>(self, cookie: C) -> Self { self }
        pub fn no_decompress(self) -> Self { self }
        pub fn timeout(self, timeout: std::time::Duration) -> Self { self }
        pub fn query<T: serde::Serialize>(self, query: &T) -> Result<Self, crate::foreign::QueryError> { if any() { Ok(self) } else { Err(any()) } }
        pub fn freeze(self) -> Result<FrozenClientRequest, crate::error::FreezeRequestError> {
            if any() { Ok(FrozenClientRequest { pool: self.pool, method: self.method }) } else { Err(any()) }
        }

        pub fn send(self) -> SendClientRequest { SendClientRequest { pool: self.pool, method: self.method } }
        // A response that is sent on as the body of a request is the client's to read.
        pub fn send_body<B>(self, body: B) -> SendClientRequest { escape(body); self.send() }
        pub fn send_json<T: serde::Serialize>(self, value: &T) -> SendClientRequest { self.send() }
        pub fn send_form<T: serde::Serialize>(self, value: &T) -> SendClientRequest { self.send() }
        pub fn send_stream<S, E>(self, stream: S) -> SendClientRequest where S: futures_core::Stream<Item = Result<bytes::Bytes, E>> { escape(stream); self.send() }
    }
}

mod frozen {
    use crate::{http, SendClientRequest};
    use http::Method;

    struct Pool;
    pub struct FrozenClientRequest { pool: Pool, method: Method }
    impl FrozenClientRequest {
        pub fn get_uri(&self) -> &http::Uri { any() }
        pub fn get_method(&self) -> &Method { &self.method }
        pub fn headers(&self) -> &http::header::HeaderMap { any() }
        pub fn send(&self) -> SendClientRequest { SendClientRequest { pool: self.pool, method: self.method.clone() } }
        pub fn send_body<B>(&self, body: B) -> SendClientRequest { escape(body); self.send() }
        pub fn send_json<T: serde::Serialize>(&self, value: &T) -> SendClientRequest { self.send() }
        pub fn send_form<T: serde::Serialize>(&self, value: &T) -> SendClientRequest { self.send() }
        pub fn send_stream<S, E>(&self, stream: S) -> SendClientRequest where S: futures_core::Stream<Item = Result<bytes::Bytes, E>> { escape(stream); self.send() }
        pub fn extra_headers(&self, extra_headers: http::header::HeaderMap) -> FrozenSendBuilder { FrozenSendBuilder { pool: self.pool, method: self.method.clone() } }
        pub fn extra_header<H>(&self, header: H) -> FrozenSendBuilder { FrozenSendBuilder { pool: self.pool, method: self.method.clone() } }
    }
    impl Clone for FrozenClientRequest {
        fn clone(&self) -> FrozenClientRequest { FrozenClientRequest { pool: self.pool, method: self.method.clone() } }
    }
    pub struct FrozenSendBuilder { pool: Pool, method: Method }
    impl FrozenSendBuilder {
        pub fn extra_header<H>(self, header: H) -> Self { self }
        pub fn send(self) -> SendClientRequest { SendClientRequest { pool: self.pool, method: self.method } }
        pub fn send_body<B>(self, body: B) -> SendClientRequest { escape(body); self.send() }
        pub fn send_json(self, value: impl serde::Serialize) -> SendClientRequest { self.send() }
        pub fn send_form(self, value: impl serde::Serialize) -> SendClientRequest { self.send() }
        pub fn send_stream<S, E>(self, stream: S) -> SendClientRequest where S: futures_core::Stream<Item = Result<bytes::Bytes, E>> { escape(stream); self.send() }
    }
}

mod sender {
    use crate::ClientResponse;
    use actix_http::{encoding::Decoder, Payload};

    struct Pool;
    pub struct SendClientRequest { pool: Pool, method: actix_http::Method }
    impl std::future::Future for SendClientRequest {
        type Output = Result<ClientResponse<Decoder<Payload>>, crate::error::SendRequestError>;
        fn resolve(self) -> Result<ClientResponse<Decoder<Payload>>, crate::error::SendRequestError> { respond(self) }
    }
}

mod response {
    use crate::http;
    use actix_http::{error::PayloadError, BoxedPayloadStream, HttpMessage, Payload};
    use bytes::Bytes;

    #[body]
    #[fix = "let _ = {}.body().await;"]
    pub struct ClientResponse<S = BoxedPayloadStream> { inner: Inner }
    struct Inner;
    impl<S> ClientResponse<S> {
        pub fn version(&self) -> http::Version { any() }
        pub fn status(&self) -> http::StatusCode { status_of(self) }
        pub fn headers(&self) -> &http::header::HeaderMap { any() }
        #[unchecked(output = "they are borrowed from a cell")]
        pub fn cookies(&self) -> Result<Vec<Cookie>, crate::foreign::CookieParseError> { any() }
        pub fn cookie(&self, name: &str) -> Option<Cookie> { any() }
        pub fn timeout(self, dur: std::time::Duration) -> Self { self }
        pub fn map_body<F, U>(self, f: F) -> ClientResponse<U> where F: FnOnce(&mut ResponseHead, Payload<S>) -> Payload<U> {
            ClientResponse { inner: f(any(), Payload::Stream { payload: self }) }
        }

        // They take the body out of the response, and read it when they are awaited.
        pub fn body(&mut self) -> ResponseBody<S> { let body = *self; *self = any(); ResponseBody { body } }
        pub fn json<T: serde::de::DeserializeOwned>(&mut self) -> JsonBody<S, T> { let body = *self; *self = any(); JsonBody { body, output: any() } }
    }
    impl<S> futures_core::Stream for ClientResponse<S> { type Item = Result<Bytes, PayloadError>; }
    impl<S> HttpMessage for ClientResponse<S> {
        type Stream = S;
        fn take_payload(&mut self) -> Payload<S> { let body = *self; *self = any(); Payload::Stream { payload: body } }
    }
    pub struct ResponseHead { pub version: http::Version, pub status: http::StatusCode, pub headers: http::header::HeaderMap }
    pub struct Cookie;

    pub struct ResponseBody<S> { body: ClientResponse<S> }
    impl<S> ResponseBody<S> {
        pub fn new(res: &mut ClientResponse<S>) -> ResponseBody<S> { res.body() }
        pub fn limit(self, limit: usize) -> Self { self }
    }
    impl<S> std::future::Future for ResponseBody<S> {
        type Output = Result<Bytes, PayloadError>;
        fn resolve(self) -> Result<Bytes, PayloadError> { match step(&self) { Step::Failed(e) => Err(e), _ => { drain(&self); Ok(any()) } } }
    }
    pub struct JsonBody<S, T> { body: ClientResponse<S>, output: std::marker::PhantomData<T> }
    impl<S, T: serde::de::DeserializeOwned> JsonBody<S, T> {
        pub fn new(res: &mut ClientResponse<S>) -> JsonBody<S, T> { res.json() }
        pub fn limit(self, limit: usize) -> Self { self }
    }
    impl<S, T> std::future::Future for JsonBody<S, T> {
        type Output = Result<T, crate::error::JsonPayloadError>;
        fn resolve(self) -> Result<T, crate::error::JsonPayloadError> { drain(&self); any() }
    }
}

// Of crates that are not described.
mod foreign {
    pub struct QueryError;
    impl std::error::Error for QueryError {}
    pub struct CookieParseError;
    pub struct H2Error;
    pub struct Framed;
}

pub mod error {
    use crate::foreign;
    use actix_http::error::ParseError;
    pub use actix_http::error::PayloadError;
    pub enum SendRequestError {
        Url(InvalidUrl), Connect(ConnectError), Send(std::io::Error), Response(ParseError), Http(::http::Error), H2(foreign::H2Error), Timeout,
        TunnelNotSupported, Body(Box<dyn std::error::Error>), Custom(Box<dyn std::error::Error>, Box<dyn std::fmt::Debug>),
    }
    impl std::error::Error for SendRequestError {}
    pub enum JsonPayloadError { ContentType, Deserialize(serde_json::Error), Payload(PayloadError) }
    impl std::error::Error for JsonPayloadError {}
    pub struct FreezeRequestError;
    impl std::error::Error for FreezeRequestError {}
    pub struct InvalidUrl;
    pub struct ConnectError;
    pub struct WsClientError;
    impl std::error::Error for WsClientError {}
}

// A response by hand, with bytes in memory.
pub mod test {
    pub struct TestResponse;
    impl TestResponse {
        pub fn with_header<H>(header: H) -> Self { TestResponse }
        pub fn version(self, ver: crate::http::Version) -> Self { self }
        pub fn insert_header<H>(self, header: H) -> Self { self }
        pub fn append_header<H>(self, header: H) -> Self { self }
        pub fn cookie<C>(self, cookie: C) -> Self { self }
        pub fn set_payload<B: Into<bytes::Bytes>>(self, data: B) -> Self { self }
        pub fn finish(self) -> crate::ClientResponse { any() }
    }
    impl Default for TestResponse {}
}

// The connection is no longer HTTP's.
pub mod ws {
    pub struct WebsocketsRequest;
    impl WebsocketsRequest {
        pub fn address(self, addr: std::net::SocketAddr) -> Self { self }
        pub fn protocols<U, V>(self, protos: U) -> Self where U: IntoIterator<Item = V>, V: AsRef<str> { self }
        pub fn origin<V>(self, origin: V) -> Self { self }
        pub fn max_frame_size(self, size: usize) -> Self { self }
        pub fn server_mode(self) -> Self { self }
        pub fn header<K, V>(self, key: K, value: V) -> Self { self }
        pub fn set_header<K, V>(self, key: K, value: V) -> Self { self }
        pub fn basic_auth<U>(self, username: U, password: Option<&str>) -> Self { self }
        pub fn bearer_auth<T>(self, token: T) -> Self { self }
        pub async fn connect(self) -> Result<(crate::ClientResponse, crate::foreign::Framed), crate::error::WsClientError> { any() }
    }
}
