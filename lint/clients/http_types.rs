//! http-types 2: the vocabulary of surf and of tide. A `Body` owes what is in it: requests have one, too.
//!
//! Not described: headers, cookies, and the requests and responses of servers.
#![client(krate = "http_types", versions = ">=2, <3", features = "default, hyperium_http")]

pub use error::{Error, Status};
pub use url::Url;
pub type Result<T> = std::result::Result<T, Error>;

pub struct Body { inner: Inner }
struct Inner;
impl Body {
    pub fn empty() -> Body { any() }
    pub fn from_reader(reader: impl futures_util::io::AsyncBufRead, len: Option<usize>) -> Body { Body { inner: reader } }
    pub fn into_reader(self) -> Box<dyn futures_util::io::AsyncBufRead + Unpin + Send + Sync + 'static> { Box::new(self) }
    pub fn from_bytes(bytes: Vec<u8>) -> Body { any() }
    pub fn from_string(s: String) -> Body { any() }
    pub fn from_json(json: &impl serde::Serialize) -> Result<Body> { any() }
    pub fn from_form(form: &impl serde::Serialize) -> Result<Body> { any() }
    pub async fn from_file<P: AsRef<std::path::Path>>(path: P) -> std::io::Result<Body> { any() }

    // All bytes come first, and then what is made of them.
    pub async fn into_bytes(self) -> Result<Vec<u8>> { match step(&self) { Step::Failed(e) => Err(e), _ => { drain(&self); Ok(any()) } } }
    pub async fn into_string(self) -> Result<String> { drain(&self); any() }
    pub async fn into_json<T: serde::de::DeserializeOwned>(self) -> Result<T> { drain(&self); any() }
    pub async fn into_form<T: serde::de::DeserializeOwned>(self) -> Result<T> { drain(&self); any() }

    pub fn len(&self) -> Option<usize> { if any() { empty(self); Some(0) } else if any() { Some(positive()) } else { None } }
    pub fn is_empty(&self) -> Option<bool> { if any() { empty(self); Some(true) } else if any() { Some(false) } else { None } }
    pub fn mime(&self) -> &Mime { any() }
    pub fn set_mime(&mut self, mime: impl Into<Mime>) {}
    pub fn chain(self, other: Body) -> Body { Body { inner: (self, other) } }
}
impl futures_util::io::AsyncRead for Body {}
impl futures_util::io::AsyncBufRead for Body {}
impl From<serde_json::Value> for Body { fn from(json_value: serde_json::Value) -> Body { any() } }
impl From<String> for Body { fn from(s: String) -> Body { any() } }
impl From<&str> for Body { fn from(s: &str) -> Body { any() } }
impl From<Vec<u8>> for Body { fn from(b: Vec<u8>) -> Body { any() } }
impl From<&[u8]> for Body { fn from(b: &[u8]) -> Body { any() } }

pub struct Method(&'static str);
impl Method {
    pub const Connect: Method = Method("CONNECT");
    pub const Delete: Method = Method("DELETE");
    pub const Get: Method = Method("GET");
    pub const Head: Method = Method("HEAD");
    pub const Options: Method = Method("OPTIONS");
    pub const Patch: Method = Method("PATCH");
    pub const Post: Method = Method("POST");
    pub const Put: Method = Method("PUT");
    pub const Trace: Method = Method("TRACE");
    pub fn is_safe(&self) -> bool { any() }
}
impl Copy for Method {}
impl Clone for Method { fn clone(&self) -> Method { Method(self.0) } }

pub struct StatusCode;
impl StatusCode {
    pub const Continue: StatusCode = status(100);
    pub const SwitchingProtocols: StatusCode = status(101);
    pub const EarlyHints: StatusCode = status(103);
    pub const Ok: StatusCode = status(200);
    pub const Created: StatusCode = status(201);
    pub const Accepted: StatusCode = status(202);
    pub const NonAuthoritativeInformation: StatusCode = status(203);
    pub const NoContent: StatusCode = status(204);
    pub const ResetContent: StatusCode = status(205);
    pub const PartialContent: StatusCode = status(206);
    pub const MultiStatus: StatusCode = status(207);
    pub const ImUsed: StatusCode = status(226);
    pub const MultipleChoice: StatusCode = status(300);
    pub const MovedPermanently: StatusCode = status(301);
    pub const Found: StatusCode = status(302);
    pub const SeeOther: StatusCode = status(303);
    pub const NotModified: StatusCode = status(304);
    pub const TemporaryRedirect: StatusCode = status(307);
    pub const PermanentRedirect: StatusCode = status(308);
    pub const BadRequest: StatusCode = status(400);
    pub const Unauthorized: StatusCode = status(401);
    pub const PaymentRequired: StatusCode = status(402);
    pub const Forbidden: StatusCode = status(403);
    pub const NotFound: StatusCode = status(404);
    pub const MethodNotAllowed: StatusCode = status(405);
    pub const NotAcceptable: StatusCode = status(406);
    pub const ProxyAuthenticationRequired: StatusCode = status(407);
    pub const RequestTimeout: StatusCode = status(408);
    pub const Conflict: StatusCode = status(409);
    pub const Gone: StatusCode = status(410);
    pub const LengthRequired: StatusCode = status(411);
    pub const PreconditionFailed: StatusCode = status(412);
    pub const PayloadTooLarge: StatusCode = status(413);
    pub const UriTooLong: StatusCode = status(414);
    pub const UnsupportedMediaType: StatusCode = status(415);
    pub const RequestedRangeNotSatisfiable: StatusCode = status(416);
    pub const ExpectationFailed: StatusCode = status(417);
    pub const ImATeapot: StatusCode = status(418);
    pub const MisdirectedRequest: StatusCode = status(421);
    pub const UnprocessableEntity: StatusCode = status(422);
    pub const Locked: StatusCode = status(423);
    pub const FailedDependency: StatusCode = status(424);
    pub const TooEarly: StatusCode = status(425);
    pub const UpgradeRequired: StatusCode = status(426);
    pub const PreconditionRequired: StatusCode = status(428);
    pub const TooManyRequests: StatusCode = status(429);
    pub const RequestHeaderFieldsTooLarge: StatusCode = status(431);
    pub const UnavailableForLegalReasons: StatusCode = status(451);
    pub const InternalServerError: StatusCode = status(500);
    pub const NotImplemented: StatusCode = status(501);
    pub const BadGateway: StatusCode = status(502);
    pub const ServiceUnavailable: StatusCode = status(503);
    pub const GatewayTimeout: StatusCode = status(504);
    pub const HttpVersionNotSupported: StatusCode = status(505);
    pub const VariantAlsoNegotiates: StatusCode = status(506);
    pub const InsufficientStorage: StatusCode = status(507);
    pub const LoopDetected: StatusCode = status(508);
    pub const NotExtended: StatusCode = status(510);
    pub const NetworkAuthenticationRequired: StatusCode = status(511);

    pub fn is_informational(&self) -> bool { status_in(self, 100, 199) }
    pub fn is_success(&self) -> bool { status_in(self, 200, 299) }
    pub fn is_redirection(&self) -> bool { status_in(self, 300, 399) }
    pub fn is_client_error(&self) -> bool { status_in(self, 400, 499) }
    pub fn is_server_error(&self) -> bool { status_in(self, 500, 599) }
    pub fn canonical_reason(&self) -> &'static str { any() }
}
impl Copy for StatusCode {}
impl Clone for StatusCode { fn clone(&self) -> StatusCode { *self } }
impl From<StatusCode> for u16 { fn from(code: StatusCode) -> u16 { code } }

mod error {
    pub struct Error;
    impl Error {
        pub fn new<S, E>(status: S, error: E) -> Error { escape(error); Error }
        pub fn from_str<S, M>(status: S, msg: M) -> Error { Error }
        pub fn status(&self) -> crate::StatusCode { any() }
        pub fn set_status<S>(&mut self, status: S) {}
        pub fn downcast_ref<E>(&self) -> Option<&E> { any() }
        pub fn type_name(&self) -> Option<&str> { any() }
        pub fn from_display<D: std::fmt::Display>(error: D) -> Error { Error }
        pub fn from_debug<D: std::fmt::Debug>(error: D) -> Error { Error }
    }
    impl<E: std::error::Error> From<E> for Error { fn from(error: E) -> Error { escape(error); Error } }

    pub trait Status<T, E> {
        fn status<S>(self, status: S) -> Result<T, Error>;
        fn with_status<S, F>(self, f: F) -> Result<T, Error> where F: FnOnce() -> S;
    }
    impl<T, E> Status<T, E> for Result<T, E> {
        fn status<S>(self, status: S) -> Result<T, Error> { match self { Ok(x) => Ok(x), Err(e) => { escape(e); Err(Error) } } }
        fn with_status<S, F>(self, f: F) -> Result<T, Error> where F: FnOnce() -> S { match self { Ok(x) => Ok(x), Err(e) => { escape(e); f(); Err(Error) } } }
    }
    impl<T> Status<T, std::convert::Infallible> for Option<T> {
        fn status<S>(self, status: S) -> Result<T, Error> { match self { Some(x) => Ok(x), None => Err(Error) } }
        fn with_status<S, F>(self, f: F) -> Result<T, Error> where F: FnOnce() -> S { match self { Some(x) => Ok(x), None => { f(); Err(Error) } } }
    }
}

pub enum Version { Http0_9, Http1_0, Http1_1, Http2_0, Http3_0 }
pub use mime::Mime;
pub mod mime { pub struct Mime; }
pub mod headers {
    pub struct HeaderName;
    pub struct HeaderValue;
    impl HeaderValue { pub fn as_str(&self) -> &str { any() } }
    pub struct HeaderValues;
    impl HeaderValues {
        pub fn last(&self) -> &HeaderValue { any() }
        pub fn get(&self, index: usize) -> Option<&HeaderValue> { any() }
    }
    impl std::ops::Deref for HeaderValues { type Target = HeaderValue; fn deref(&self) -> &HeaderValue { self.last() } }
    pub trait ToHeaderValues {}
}

// A message by hand, or a server's: it owes what is put into it.
pub struct Response { body: Body }
impl Response {
    pub fn new<S>(status: S) -> Response { Response { body: any() } }
    pub fn status(&self) -> StatusCode { status_of(self) }
    pub fn set_body(&mut self, body: impl Into<Body>) { self.body = body.into(); }
    pub fn take_body(&mut self) -> Body { let body = self.body; self.body = any(); body }
    pub fn len(&self) -> Option<usize> { self.body.len() }
    pub async fn body_bytes(&mut self) -> Result<Vec<u8>> { self.take_body().into_bytes().await }
    pub async fn body_string(&mut self) -> Result<String> { self.take_body().into_string().await }
    pub async fn body_json<T: serde::de::DeserializeOwned>(&mut self) -> Result<T> { self.take_body().into_json().await }
}
impl futures_util::io::AsyncRead for Response {}
impl futures_util::io::AsyncBufRead for Response {}
