//! ureq 3: a blocking client. What comes out is an `http::Response<ureq::Body>`.
//!
//! A connection goes back to the pool in the read that finds the end, and in no other: to have read all bytes is not
//! enough. Redirects are read to their ends by the client itself, and a body-less response holds no connection.
//! Weak spots: an error of a whole read (JSON that does not parse, a limit that was passed) is taken for a failed body,
//! though the rest of a live one may be left behind; settings that travel in the extensions of an `http::Request`
//! (`Agent::configure_request`) are not followed; nor is what a request changes of the agent's connections.
#![client(krate = "ureq", versions = ">=3, <4", features = "charset, cookies, gzip, json, multipart, rustls-no-provider", reuse = "at_end")]

pub use agent::Agent;
use agent::AgentRef;
pub use body::{Body, BodyBuilder, BodyReader, BodyWithConfig};
pub use error::{Error, Timeout};
pub use http;
pub use proxy::{Proxy, ProxyBuilder, ProxyProtocol};
pub use request::{RequestBuilder, RequestExt};
pub use send_body::{AsSendBody, SendBody};

// The free functions make an agent of their own for each request: it has no pool that anybody could use again.
#[reuse = "none"] pub fn get<T>(uri: T) -> RequestBuilder<typestate::WithoutBody> where http::Uri: TryFrom<T> { request::once(http::Method::GET) }
#[reuse = "none"] pub fn post<T>(uri: T) -> RequestBuilder<typestate::WithBody> where http::Uri: TryFrom<T> { request::once(http::Method::POST) }
#[reuse = "none"] pub fn put<T>(uri: T) -> RequestBuilder<typestate::WithBody> where http::Uri: TryFrom<T> { request::once(http::Method::PUT) }
#[reuse = "none"] pub fn delete<T>(uri: T) -> RequestBuilder<typestate::WithoutBody> where http::Uri: TryFrom<T> { request::once(http::Method::DELETE) }
#[reuse = "none"] pub fn head<T>(uri: T) -> RequestBuilder<typestate::WithoutBody> where http::Uri: TryFrom<T> { request::once(http::Method::HEAD) }
#[reuse = "none"] pub fn options<T>(uri: T) -> RequestBuilder<typestate::WithoutBody> where http::Uri: TryFrom<T> { request::once(http::Method::OPTIONS) }
#[reuse = "none"] pub fn connect<T>(uri: T) -> RequestBuilder<typestate::WithoutBody> where http::Uri: TryFrom<T> { request::once(http::Method::CONNECT) }
#[reuse = "none"] pub fn patch<T>(uri: T) -> RequestBuilder<typestate::WithBody> where http::Uri: TryFrom<T> { request::once(http::Method::PATCH) }
#[reuse = "none"] pub fn trace<T>(uri: T) -> RequestBuilder<typestate::WithoutBody> where http::Uri: TryFrom<T> { request::once(http::Method::TRACE) }
#[reuse = "none"]
pub fn run(request: http::Request<impl AsSendBody>) -> Result<http::Response<Body>, Error> {
    let (head, body) = request.into_parts();
    escape(body);
    respond(head)
}
pub fn agent() -> Agent { Agent::new_with_defaults() }

// ------------------------------------------------------------------------------------------ requests

mod agent {
    use crate::config::{Config, ConfigBuilder};
    use crate::request::{answer, RequestBuilder, WithBody, WithoutBody};
    use crate::scope::{AgentScope, HttpCrateScope};
    use crate::{AsSendBody, Body, Error};
    use http::{Method, Request, Response, Uri};

    // The settings hold the pool, since they say whether there is one.
    pub struct Agent { config: Config }
    impl Agent {
        pub fn new_with_defaults() -> Agent { Agent { config: Config::default() } }
        pub fn new_with_config(config: Config) -> Agent { Agent { config } }
        pub fn config_builder() -> ConfigBuilder<AgentScope> { Config::builder() }
        pub fn with_parts(config: Config, connector: impl crate::unversioned::transport::Connector, resolver: impl crate::unversioned::resolver::Resolver) -> Agent {
            Agent { config }
        }
        pub fn config(&self) -> &Config { &self.config }
        pub fn cookie_jar_lock(&self) -> crate::CookieJar<'_> { any() }
        pub fn shutdown(self) {}

        pub fn run(&self, request: Request<impl AsSendBody>) -> Result<Response<Body>, Error> {
            let (head, body) = request.into_parts();
            escape(body);
            answer(self.config.pool, self.config.status_is_error, (head.method, head.reuse))
        }
        pub fn configure_request<S: AsSendBody>(&self, request: Request<S>) -> ConfigBuilder<HttpCrateScope<S>> {
            ConfigBuilder { scope: HttpCrateScope { request }, pool: self.config.pool, status_is_error: self.config.status_is_error }
        }
        pub fn get<T>(&self, uri: T) -> RequestBuilder<WithoutBody> where Uri: TryFrom<T> { self.request(Method::GET) }
        pub fn post<T>(&self, uri: T) -> RequestBuilder<WithBody> where Uri: TryFrom<T> { self.request(Method::POST) }
        pub fn put<T>(&self, uri: T) -> RequestBuilder<WithBody> where Uri: TryFrom<T> { self.request(Method::PUT) }
        pub fn delete<T>(&self, uri: T) -> RequestBuilder<WithoutBody> where Uri: TryFrom<T> { self.request(Method::DELETE) }
        pub fn head<T>(&self, uri: T) -> RequestBuilder<WithoutBody> where Uri: TryFrom<T> { self.request(Method::HEAD) }
        pub fn options<T>(&self, uri: T) -> RequestBuilder<WithoutBody> where Uri: TryFrom<T> { self.request(Method::OPTIONS) }
        pub fn connect<T>(&self, uri: T) -> RequestBuilder<WithoutBody> where Uri: TryFrom<T> { self.request(Method::CONNECT) }
        pub fn patch<T>(&self, uri: T) -> RequestBuilder<WithBody> where Uri: TryFrom<T> { self.request(Method::PATCH) }
        pub fn trace<T>(&self, uri: T) -> RequestBuilder<WithoutBody> where Uri: TryFrom<T> { self.request(Method::TRACE) }

        fn request<B>(&self, method: Method) -> RequestBuilder<B> {
            RequestBuilder { pool: self.config.pool, status_is_error: self.config.status_is_error, method, body: any() }
        }
    }
    impl Clone for Agent { fn clone(&self) -> Agent { Agent { config: self.config.clone() } } }
    impl From<Config> for Agent { fn from(value: Config) -> Agent { Agent { config: value } } }

    pub enum AgentRef<'a> { Owned(Agent), Borrowed(&'a Agent) }
    impl<'a> From<Agent> for AgentRef<'a> { fn from(value: Agent) -> AgentRef<'a> { AgentRef::Owned(value) } }
    impl<'a> From<&'a Agent> for AgentRef<'a> { fn from(value: &'a Agent) -> AgentRef<'a> { AgentRef::Borrowed(value) } }
}

mod request {
    use crate::config::ConfigBuilder;
    use crate::scope::{RequestExtScope, RequestScope};
    use crate::{Agent, AgentRef, AsSendBody, Body, Error};
    use http::header::{HeaderMap, HeaderName, HeaderValue};
    use http::{Extensions, Method, Request, Response, Uri, Version};
    pub use crate::typestate::{WithBody, WithoutBody};

    // An error status is an error, unless it was asked for otherwise: then the body is dropped before anybody sees it.
    pub fn answer(pool: Pool, status_is_error: bool, method: Method) -> Result<Response<Body>, Error> {
        if any() { return Err(Error::Io(any())); }
        let response = reply((pool, method));
        if status_is_error && status_in(status_of(&response), 400, 599) {
            discard(response);
            Err(Error::StatusCode(any()))
        } else {
            Ok(response)
        }
    }
    fn reply<R>(request: R) -> Response<Body> { respond(request) }
    pub fn once<B>(method: Method) -> RequestBuilder<B> { RequestBuilder { pool: exempt(), status_is_error: true, method, body: any() } }
    struct Pool;

    pub struct RequestBuilder<B> { pool: Pool, status_is_error: bool, method: Method, body: std::marker::PhantomData<B> }
    impl<Any> RequestBuilder<Any> {
        pub fn method_ref(&self) -> Option<&Method> { if any() { Some(&self.method) } else { None } }
        pub fn header<K, V>(self, key: K, value: V) -> Self where HeaderName: TryFrom<K>, HeaderValue: TryFrom<V> {
            if says(key, "connection") && says(value, "close") { return Self { pool: disabled(), ..self }; }
            self
        }
        pub fn header_raw(self, name: &str, value: &[u8]) -> Self { self }
        pub fn headers_ref(&self) -> Option<&HeaderMap<HeaderValue>> { any() }
        pub fn headers_mut(&mut self) -> Option<&mut HeaderMap<HeaderValue>> { any() }
        pub fn query<K, V>(self, key: K, value: V) -> Self where K: AsRef<str>, V: AsRef<str> { self }
        pub fn query_raw<K, V>(self, key: K, value: V) -> Self where K: AsRef<str>, V: AsRef<str> { self }
        pub fn query_pairs<I, K, V>(self, iter: I) -> Self where I: IntoIterator<Item = (K, V)> { self }
        pub fn query_pairs_raw<I, K, V>(self, iter: I) -> Self where I: IntoIterator<Item = (K, V)> { self }
        pub fn uri<T>(self, uri: T) -> Self where Uri: TryFrom<T> { self }
        pub fn uri_ref(&self) -> Option<&Uri> { any() }
        pub fn version(self, version: Version) -> Self { if says(version, "HTTP/1.0") { Self { pool: disabled(), ..self } } else { self } }
        pub fn version_ref(&self) -> Option<&Version> { any() }
        pub fn extension<T>(self, extension: T) -> Self where T: Clone { escape(extension); self }
        pub fn extensions_ref(&self) -> Option<&Extensions> { any() }
        pub fn extensions_mut(&mut self) -> Option<&mut Extensions> { any() }
        pub fn config(self) -> ConfigBuilder<RequestScope<Any>> {
            ConfigBuilder { pool: self.pool, status_is_error: self.status_is_error, scope: RequestScope { request: self } }
        }
    }
    impl RequestBuilder<WithoutBody> {
        pub fn call(self) -> Result<Response<Body>, Error> { answer(self.pool, self.status_is_error, self.method) }
        pub fn force_send_body(self) -> RequestBuilder<WithBody> {
            RequestBuilder { pool: self.pool, status_is_error: self.status_is_error, method: self.method, body: any() }
        }
    }
    impl RequestBuilder<WithBody> {
        pub fn content_type<V>(self, content_type: V) -> Self where HeaderValue: TryFrom<V> { self }
        // A response that is sent on as the body of a request is the client's to read.
        pub fn send(self, data: impl AsSendBody) -> Result<Response<Body>, Error> { escape(data); answer(self.pool, self.status_is_error, self.method) }
        pub fn send_empty(self) -> Result<Response<Body>, Error> { answer(self.pool, self.status_is_error, self.method) }
        pub fn send_form<I, K, V>(self, iter: I) -> Result<Response<Body>, Error>
            where I: IntoIterator<Item = (K, V)>, K: AsRef<str>, V: AsRef<str> { answer(self.pool, self.status_is_error, self.method) }
        pub fn send_json(self, data: impl serde::Serialize) -> Result<Response<Body>, Error> { answer(self.pool, self.status_is_error, self.method) }
    }

    pub trait RequestExt<S: AsSendBody> {
        fn with_default_agent(self) -> WithAgent<'static, S>;
        fn with_agent<'a>(self, agent: impl Into<AgentRef<'a>>) -> WithAgent<'a, S>;
        fn middleware_config(self) -> Option<ConfigBuilder<crate::scope::HttpCrateScope<S>>>;
    }
    impl<S: AsSendBody> RequestExt<S> for Request<S> {
        fn with_default_agent(self) -> WithAgent<'static, S> {
            let (head, body) = self.into_parts();
            escape(body);
            WithAgent { pool: exempt(), status_is_error: true, method: (head.method, head.reuse), body: any() }
        }
        fn with_agent<'a>(self, agent: impl Into<AgentRef<'a>>) -> WithAgent<'a, S> {
            let (head, body) = self.into_parts();
            escape(body);
            // Whatever becomes a reference to an agent holds its pool.
            WithAgent { pool: agent, status_is_error: any(), method: (head.method, head.reuse), body: any() }
        }
        fn middleware_config(self) -> Option<ConfigBuilder<crate::scope::HttpCrateScope<S>>> {
            if any() { Some(ConfigBuilder { scope: crate::scope::HttpCrateScope { request: self }, pool: any(), status_is_error: any() }) } else { None }
        }
    }
    pub struct WithAgent<'a, S> { pool: Pool, status_is_error: bool, method: Method, body: std::marker::PhantomData<&'a S> }
    impl<'a, S: AsSendBody> WithAgent<'a, S> {
        pub fn configure(self) -> ConfigBuilder<RequestExtScope<'a, S>> {
            ConfigBuilder { pool: self.pool, status_is_error: self.status_is_error, scope: RequestExtScope { request: self } }
        }
        pub fn run(self) -> Result<Response<Body>, Error> { answer(self.pool, self.status_is_error, self.method) }
    }
}

pub mod typestate {
    pub struct WithoutBody;
    pub struct WithBody;
    pub use crate::scope::{AgentScope, HttpCrateScope, RequestScope};
}

mod send_body {
    pub trait AsSendBody {}
    impl AsSendBody for &str {}
    impl AsSendBody for &[u8] {}
    impl AsSendBody for String {}
    impl AsSendBody for &String {}
    impl AsSendBody for Vec<u8> {}
    impl AsSendBody for &Vec<u8> {}
    impl AsSendBody for std::fs::File {}
    impl AsSendBody for &std::fs::File {}
    impl AsSendBody for () {}
    impl AsSendBody for crate::Body {}
    impl AsSendBody for http::Response<crate::Body> {}

    // The client reads it while it sends.
    pub struct SendBody<'a>;
    impl<'a> SendBody<'a> {
        pub fn none() -> SendBody<'static> { SendBody }
        pub fn from_reader(reader: &'a mut dyn std::io::Read) -> SendBody<'a> { escape(reader); SendBody }
        pub fn from_owned_reader(reader: impl std::io::Read) -> SendBody<'static> { escape(reader); SendBody }
        pub fn from_json(value: &impl serde::Serialize) -> Result<SendBody<'static>, crate::Error> { any() }
        pub fn into_reader(self) -> impl std::io::Read { any() }
    }
    impl AsSendBody for SendBody<'_> {}
}

// ------------------------------------------------------------------------------------------ responses

mod body {
    use crate::Error;

    #[body]
    #[fix = "let _ = {}.body_mut().read_to_vec();"]
    pub struct Body { inner: Inner }
    struct Inner;
    impl Body {
        pub fn builder() -> BodyBuilder { BodyBuilder }
        pub fn mime_type(&self) -> Option<&str> { any() }
        pub fn charset(&self) -> Option<&str> { any() }
        pub fn content_length(&self) -> Option<u64> { if any() { empty(self); Some(0) } else if any() { Some(positive()) } else { None } }

        // A reader of a borrowed body leaves it where it is, for the next one.
        pub fn as_reader(&mut self) -> BodyReader<'_> { BodyReader { body: self } }
        pub fn into_reader(self) -> BodyReader<'static> { BodyReader { body: self } }
        pub fn with_config(&mut self) -> BodyWithConfig<'_> { BodyWithConfig { body: self } }
        pub fn into_with_config(self) -> BodyWithConfig<'static> { BodyWithConfig { body: self } }

        pub fn read_to_string(&mut self) -> Result<String, Error> { match step(self) { Step::Failed(e) => Err(any()), _ => { drain(self); Ok(any()) } } }
        pub fn read_to_vec(&mut self) -> Result<Vec<u8>, Error> { match step(self) { Step::Failed(e) => Err(any()), _ => { drain(self); Ok(any()) } } }
        pub fn read_json<T: serde::de::DeserializeOwned>(&mut self) -> Result<T, Error> { match step(self) { Step::Failed(e) => Err(any()), _ => { drain(self); Ok(any()) } } }
    }

    pub struct BodyWithConfig<'a> { body: Body }
    impl<'a> BodyWithConfig<'a> {
        pub fn limit(self, value: u64) -> Self { self }
        pub fn lossy_utf8(self, value: bool) -> Self { self }
        pub fn reader(self) -> BodyReader<'a> { BodyReader { body: self.body } }
        pub fn read_to_string(self) -> Result<String, Error> { match step(&self) { Step::Failed(e) => Err(any()), _ => { drain(&self); Ok(any()) } } }
        pub fn read_to_vec(self) -> Result<Vec<u8>, Error> { match step(&self) { Step::Failed(e) => Err(any()), _ => { drain(&self); Ok(any()) } } }
        pub fn read_json<T: serde::de::DeserializeOwned>(self) -> Result<T, Error> { match step(&self) { Step::Failed(e) => Err(any()), _ => { drain(&self); Ok(any()) } } }
    }

    pub struct BodyReader<'a> { body: Body }
    impl std::io::Read for BodyReader<'_> {}

    pub struct BodyBuilder;
    impl BodyBuilder {
        pub fn mime_type(self, mime_type: impl Into<String>) -> BodyBuilder { self }
        pub fn charset(self, charset: impl Into<String>) -> BodyBuilder { self }
        pub fn limit(self, l: u64) -> BodyBuilder { self }
        pub fn data(self, data: impl Into<Vec<u8>>) -> Body { any() }
        pub fn reader(self, data: impl std::io::Read) -> Body { Body { inner: data } }
    }
}

pub trait ResponseExt {
    fn get_uri(&self) -> &http::Uri { any() }
    fn get_redirect_history(&self) -> Option<&[http::Uri]> { any() }
}
impl ResponseExt for http::Response<Body> {}

mod error {
    pub enum Error {
        StatusCode(u16), Http(http::Error), BadUri(String), Protocol(ProtocolError), Io(std::io::Error), Timeout(Timeout), HostNotFound,
        RedirectFailed, InvalidProxyUrl, ConnectionFailed, BodyExceedsLimit(u64), TooManyRedirects, Tls(&'static str),
        UnknownCharset(String), RequireHttpsOnly(String), LargeResponseHeader(usize, usize), Json(serde_json::Error),
        ConnectProxyFailed(String), TlsRequired, Other(Box<dyn std::error::Error + Send + Sync>), BodyStalled,
    }
    impl Error { pub fn into_io(self) -> std::io::Error { any() } }
    impl std::error::Error for Error {}
    impl From<std::io::Error> for Error { fn from(e: std::io::Error) -> Error { Error::Io(e) } }
    impl From<http::Error> for Error { fn from(e: http::Error) -> Error { Error::Http(e) } }
    impl From<serde_json::Error> for Error { fn from(e: serde_json::Error) -> Error { Error::Json(e) } }
    pub struct ProtocolError;
    pub enum Timeout { Global, PerCall, Resolve, Connect, SendRequest, Await100, SendBody, RecvResponse, RecvBody, PerRead, PerWrite }
}

// ------------------------------------------------------------------------------------------ settings

mod scope {
    use crate::request::{RequestBuilder, WithAgent};

    pub struct AgentScope;
    pub struct RequestScope<Any> { request: RequestBuilder<Any> }
    pub struct HttpCrateScope<S> { request: http::Request<S> }
    pub struct RequestExtScope<'a, S> { request: WithAgent<'a, S> }
}

pub mod config {
    use crate::request::WithAgent;
    use crate::scope::{AgentScope, HttpCrateScope, RequestExtScope, RequestScope};
    use crate::{Agent, AsSendBody, Body, Error, Proxy, RequestBuilder};
    use std::time::Duration;

    struct Pool;

    pub struct Config { pool: Pool, status_is_error: bool }
    impl Config {
        pub fn builder() -> ConfigBuilder<AgentScope> { ConfigBuilder { scope: AgentScope, pool: pool(), status_is_error: true } }
        pub fn new_agent(&self) -> Agent { Agent { config: self.clone() } }
        pub fn http_status_as_error(&self) -> bool { self.status_is_error }
        pub fn https_only(&self) -> bool { any() }
        pub fn proxy(&self) -> Option<&Proxy> { any() }
        pub fn max_redirects(&self) -> u32 { any() }
        pub fn max_idle_connections(&self) -> usize { any() }
        pub fn max_idle_connections_per_host(&self) -> usize { any() }
        pub fn max_idle_age(&self) -> Duration { any() }
        pub fn timeouts(&self) -> Timeouts { any() }
    }
    impl Default for Config { fn default() -> Config { Config { pool: pool(), status_is_error: true } } }
    impl Clone for Config { fn clone(&self) -> Config { Config { pool: self.pool, status_is_error: self.status_is_error } } }
    pub struct Timeouts;

    pub struct ConfigBuilder<Scope> { scope: Scope, pool: Pool, status_is_error: bool }
    impl ConfigBuilder<AgentScope> {
        pub fn build(self) -> Config { Config { pool: self.pool, status_is_error: self.status_is_error } }
        // What is never kept cannot be lost. For a single request this changes nothing.
        pub fn max_idle_connections(self, v: usize) -> Self { if v == 0 { Self { pool: disabled(), ..self } } else { self } }
        pub fn max_idle_connections_per_host(self, v: usize) -> Self { if v == 0 { Self { pool: disabled(), ..self } } else { self } }
    }
    impl<Any> ConfigBuilder<RequestScope<Any>> {
        pub fn build(self) -> RequestBuilder<Any> {
            RequestBuilder { pool: self.pool, status_is_error: self.status_is_error, method: self.scope.request.method, body: any() }
        }
    }
    impl<S: AsSendBody> ConfigBuilder<HttpCrateScope<S>> {
        pub fn build(self) -> http::Request<S> { self.scope.request }
    }
    #[unchecked = "its scope has no public path"]
    impl<'a, S: AsSendBody> ConfigBuilder<RequestExtScope<'a, S>> {
        pub fn build(self) -> WithAgent<'a, S> {
            WithAgent { pool: self.pool, status_is_error: self.status_is_error, method: self.scope.request.method, body: any() }
        }
        pub fn run(self) -> Result<http::Response<Body>, Error> {
            crate::request::answer(self.pool, self.status_is_error, self.scope.request.method)
        }
    }
    impl<Scope> ConfigBuilder<Scope> {
        // What was known of the others stays known, and this becomes known whatever was.
        pub fn http_status_as_error(self, v: bool) -> Self { ConfigBuilder { scope: self.scope, pool: self.pool, status_is_error: v } }
        pub fn https_only(self, v: bool) -> Self { self }
        pub fn ip_family(self, v: IpFamily) -> Self { self }
        pub fn tls_config(self, v: crate::tls::TlsConfig) -> Self { self }
        pub fn proxy(self, v: Option<Proxy>) -> Self { self }
        pub fn no_delay(self, v: bool) -> Self { self }
        pub fn max_redirects(self, v: u32) -> Self { self }
        pub fn max_redirects_will_error(self, v: bool) -> Self { self }
        pub fn redirect_auth_headers(self, v: RedirectAuthHeaders) -> Self { self }
        pub fn save_redirect_history(self, v: bool) -> Self { self }
        pub fn user_agent(self, v: impl Into<AutoHeaderValue>) -> Self { self }
        pub fn accept(self, v: impl Into<AutoHeaderValue>) -> Self { self }
        pub fn accept_encoding(self, v: impl Into<AutoHeaderValue>) -> Self { self }
        pub fn max_response_header_size(self, v: usize) -> Self { self }
        pub fn input_buffer_size(self, v: usize) -> Self { self }
        pub fn output_buffer_size(self, v: usize) -> Self { self }
        pub fn max_idle_connections(self, v: usize) -> Self { self }
        pub fn max_idle_connections_per_host(self, v: usize) -> Self { self }
        pub fn max_idle_age(self, v: Duration) -> Self { self }
        pub fn allow_non_standard_methods(self, v: bool) -> Self { self }
        pub fn middleware(self, v: impl crate::middleware::Middleware) -> Self { escape(v); self }
        pub fn timeout_global(self, v: Option<Duration>) -> Self { self }
        pub fn timeout_per_call(self, v: Option<Duration>) -> Self { self }
        pub fn timeout_per_read(self, v: Option<Duration>) -> Self { self }
        pub fn timeout_per_write(self, v: Option<Duration>) -> Self { self }
        pub fn timeout_resolve(self, v: Option<Duration>) -> Self { self }
        pub fn timeout_connect(self, v: Option<Duration>) -> Self { self }
        pub fn timeout_send_request(self, v: Option<Duration>) -> Self { self }
        pub fn timeout_await_100(self, v: Option<Duration>) -> Self { self }
        pub fn timeout_send_body(self, v: Option<Duration>) -> Self { self }
        pub fn timeout_recv_response(self, v: Option<Duration>) -> Self { self }
        pub fn timeout_recv_body(self, v: Option<Duration>) -> Self { self }
    }
    pub enum AutoHeaderValue { None, Default, Provided(std::sync::Arc<String>) }
    pub enum IpFamily { Any, Ipv4Only, Ipv6Only }
    pub enum RedirectAuthHeaders { Never, SameHost }
}

pub mod middleware {
    use crate::{Body, Error, SendBody};

    // What comes out of `next` is the middleware's: a response that it does not pass on, it drops.
    pub trait Middleware {
        fn handle(&self, request: http::Request<SendBody>, next: MiddlewareNext) -> Result<http::Response<Body>, Error>;
    }
    impl<F> Middleware for F where F: Fn(http::Request<SendBody>, MiddlewareNext) -> Result<http::Response<Body>, Error> {
        fn handle(&self, request: http::Request<SendBody>, next: MiddlewareNext) -> Result<http::Response<Body>, Error> { self(request, next) }
    }
    pub struct MiddlewareNext<'a> { agent: &'a crate::Agent }
    impl<'a> MiddlewareNext<'a> {
        pub fn handle(self, request: http::Request<SendBody>) -> Result<http::Response<Body>, Error> { self.agent.run(request) }
    }
}

mod proxy {
    pub struct Proxy;
    impl Proxy {
        pub fn new(proxy: &str) -> Result<Proxy, crate::Error> { any() }
        pub fn builder(p: ProxyProtocol) -> ProxyBuilder { ProxyBuilder }
        pub fn try_from_env() -> Option<Proxy> { any() }
    }
    pub struct ProxyBuilder;
    pub enum ProxyProtocol { Http, Https, Socks4, Socks4A, Socks5 }
}

pub mod tls { pub struct TlsConfig; impl TlsConfig { pub fn builder() -> TlsConfigBuilder { TlsConfigBuilder } } pub struct TlsConfigBuilder; }
pub struct CookieJar<'a>;

pub mod unversioned {
    pub mod transport { pub trait Connector {} }
    pub mod resolver { pub trait Resolver {} }
    pub mod multipart {
        pub struct Form<'a>;
        impl<'a> Form<'a> {
            pub fn new() -> Form<'a> { Form }
            pub fn text(self, name: &'a str, value: &'a str) -> Form<'a> { self }
            pub fn file<P: AsRef<std::path::Path>>(self, name: &'a str, path: P) -> std::io::Result<Form<'a>> { if any() { Ok(self) } else { Err(any()) } }
            pub fn part(self, name: &'a str, part: Part<'a>) -> Form<'a> { self }
        }
        impl crate::AsSendBody for Form<'_> {}
        pub struct Part<'a>;
        impl<'a> Part<'a> {
            pub fn text(text: &'a str) -> Part<'a> { Part }
            pub fn bytes(bytes: &'a [u8]) -> Part<'a> { Part }
            pub fn reader(reader: &'a mut dyn std::io::Read) -> Part<'a> { escape(reader); Part }
            pub fn owned_reader(reader: impl std::io::Read) -> Part<'a> { escape(reader); Part }
            pub fn file_name(self, name: &str) -> Part<'a> { self }
            pub fn mime_str(self, mime: &str) -> Result<Part<'a>, crate::Error> { if any() { Ok(self) } else { Err(any()) } }
        }
    }
}
