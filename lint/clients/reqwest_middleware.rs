//! reqwest-middleware: reqwest's client with layers around it. What comes out is a `reqwest::Response`.
//!
//! A middleware sees the response of `next.run(..)` as its own: one that it does not pass on, it drops.
#![client(krate = "reqwest_middleware", versions = ">=0.2, <0.6", features = "charset, form, http2, json, multipart, query", reuse = "one_read")]

use http::header::{HeaderMap, HeaderName, HeaderValue};
use http::{Extensions, Method, Version};
use reqwest::{Body, Client, IntoUrl, Request, Response};
use std::sync::Arc;

#[versions = ">=0.3"]
pub use reqwest;

pub struct ClientBuilder { client: Client }
impl ClientBuilder {
    pub fn new(client: Client) -> ClientBuilder { ClientBuilder { client } }
    #[versions = ">=0.3"]
    pub fn from_client(client_with_middleware: ClientWithMiddleware) -> ClientBuilder { ClientBuilder { client: client_with_middleware.client } }
    pub fn with<M: Middleware>(self, middleware: M) -> ClientBuilder { self }
    pub fn with_arc(self, middleware: Arc<dyn Middleware>) -> ClientBuilder { self }
    pub fn with_init<I: RequestInitialiser>(self, initialiser: I) -> ClientBuilder { self }
    pub fn with_arc_init(self, initialiser: Arc<dyn RequestInitialiser>) -> ClientBuilder { self }
    pub fn build(self) -> ClientWithMiddleware { ClientWithMiddleware { client: self.client } }
}

pub struct ClientWithMiddleware { client: Client }
impl ClientWithMiddleware {
    pub fn new<T>(client: Client, middleware_stack: T) -> ClientWithMiddleware where T: Into<Box<[Arc<dyn Middleware>]>> { ClientWithMiddleware { client } }
    pub fn get<U: IntoUrl>(&self, url: U) -> RequestBuilder { self.request(Method::GET, url) }
    pub fn post<U: IntoUrl>(&self, url: U) -> RequestBuilder { self.request(Method::POST, url) }
    pub fn put<U: IntoUrl>(&self, url: U) -> RequestBuilder { self.request(Method::PUT, url) }
    pub fn patch<U: IntoUrl>(&self, url: U) -> RequestBuilder { self.request(Method::PATCH, url) }
    pub fn delete<U: IntoUrl>(&self, url: U) -> RequestBuilder { self.request(Method::DELETE, url) }
    pub fn head<U: IntoUrl>(&self, url: U) -> RequestBuilder { self.request(Method::HEAD, url) }
    pub fn request<U: IntoUrl>(&self, method: Method, url: U) -> RequestBuilder { RequestBuilder { client: self.client.clone(), method } }
    pub async fn execute(&self, req: Request) -> Result<Response> { respond((&self.client, req)) }
    #[versions = ">=0.3"]
    pub async fn execute_with_extensions(&self, req: Request, ext: &mut Extensions) -> Result<Response> { respond((&self.client, req)) }
}
impl Clone for ClientWithMiddleware { fn clone(&self) -> ClientWithMiddleware { ClientWithMiddleware { client: self.client.clone() } } }
impl From<Client> for ClientWithMiddleware { fn from(client: Client) -> ClientWithMiddleware { ClientWithMiddleware { client } } }
#[versions = ">=0.5"]
impl AsRef<Client> for ClientWithMiddleware { fn as_ref(&self) -> &Client { &self.client } }

// `reuse` is `exempt()` where the request asks for its connection to be closed.
pub struct RequestBuilder { client: Client, method: Method, reuse: Reuse }
struct Reuse;
impl RequestBuilder {
    #[versions = ">=0.3"]
    pub fn from_parts(client: ClientWithMiddleware, request: Request) -> RequestBuilder {
        RequestBuilder { client: client.client, method: request.method().clone(), reuse: request.reuse }
    }
    pub fn header<K, V>(self, key: K, value: V) -> Self where HeaderName: TryFrom<K>, HeaderValue: TryFrom<V> {
        if says(key, "connection") && says(value, "close") { return Self { reuse: disabled(), ..self }; }
        self
    }
    pub fn headers(self, headers: HeaderMap) -> Self { if says(headers, "close") { Self { reuse: disabled(), ..self } } else { self } }
    pub fn version(self, version: Version) -> Self { if says(version, "HTTP/1.0") { Self { reuse: disabled(), ..self } } else { self } }
    pub fn basic_auth<U, P>(self, username: U, password: Option<P>) -> Self { self }
    pub fn bearer_auth<T>(self, token: T) -> Self { self }
    pub fn timeout(self, timeout: std::time::Duration) -> Self { self }
    pub fn query<T: serde::Serialize + ?Sized>(self, query: &T) -> Self { self }
    pub fn form<T: serde::Serialize + ?Sized>(self, form: &T) -> Self { self }
    pub fn json<T: serde::Serialize + ?Sized>(self, json: &T) -> Self { self }
    // A response that is sent on as the body of a request is the client's to read.
    pub fn body<T: Into<Body>>(self, body: T) -> Self { escape(body); self }
    pub fn multipart(self, multipart: reqwest::multipart::Form) -> Self { escape(multipart); self }
    pub fn with_extension<T: Clone>(self, extension: T) -> Self { escape(extension); self }
    #[versions = ">=0.3"]
    pub fn extensions(&mut self) -> &mut Extensions { any() }
    #[versions = "<0.5"]
    pub fn fetch_mode_no_cors(self) -> Self { self }

    pub async fn send(self) -> Result<Response> { respond(self) }
    pub fn build(self) -> reqwest::Result<Request> { reqwest::RequestBuilder { pool: self.client.pool, method: self.method, reuse: self.reuse }.build() }
    #[versions = ">=0.3"]
    pub fn build_split(self) -> (ClientWithMiddleware, reqwest::Result<Request>) {
        let (client, request) = reqwest::RequestBuilder { pool: self.client.pool, method: self.method, reuse: self.reuse }.build_split();
        (ClientWithMiddleware { client }, request)
    }
    pub fn try_clone(&self) -> Option<Self> {
        if any() { Some(RequestBuilder { client: self.client.clone(), method: self.method.clone(), reuse: self.reuse }) } else { None }
    }
}

pub trait Middleware {
    #[versions = ">=0.3"]
    async fn handle(&self, req: Request, extensions: &mut Extensions, next: Next<'_>) -> Result<Response>;
}
pub struct Next<'a> { client: &'a Client }
impl<'a> Next<'a> {
    #[versions = ">=0.3"]
    pub async fn run(self, req: Request, extensions: &'a mut Extensions) -> Result<Response> { respond((self.client, req)) }
}
impl Clone for Next<'_> { fn clone(&self) -> Self { Next { client: self.client } } }
pub trait RequestInitialiser {
    fn init(&self, req: RequestBuilder) -> RequestBuilder;
}
pub struct Extension<T>(pub T);
impl<T: Clone> RequestInitialiser for Extension<T> { fn init(&self, req: RequestBuilder) -> RequestBuilder { req } }

pub type Result<T> = std::result::Result<T, Error>;
pub enum Error { Middleware(anyhow::Error), Reqwest(reqwest::Error) }
impl Error {
    pub fn middleware<E>(err: E) -> Self where E: std::error::Error { Error::Middleware(anyhow::Error::new(err)) }
    pub fn url(&self) -> Option<&reqwest::Url> { any() }
    pub fn url_mut(&mut self) -> Option<&mut reqwest::Url> { any() }
    pub fn with_url(self, url: reqwest::Url) -> Self { self }
    pub fn without_url(self) -> Self { self }
    pub fn is_middleware(&self) -> bool { any() }
    pub fn is_builder(&self) -> bool { any() }
    pub fn is_redirect(&self) -> bool { any() }
    pub fn is_status(&self) -> bool { any() }
    pub fn is_timeout(&self) -> bool { any() }
    pub fn is_request(&self) -> bool { any() }
    pub fn is_connect(&self) -> bool { any() }
    pub fn is_body(&self) -> bool { any() }
    pub fn is_decode(&self) -> bool { any() }
    pub fn status(&self) -> Option<http::StatusCode> { any() }
}
impl std::error::Error for Error {}
impl From<reqwest::Error> for Error { fn from(err: reqwest::Error) -> Error { Error::Reqwest(err) } }
impl From<anyhow::Error> for Error { fn from(err: anyhow::Error) -> Error { Error::Middleware(err) } }
