//! http, the vocabulary of every client: `Response<B>`, `Request<B>`, `StatusCode`, `Method`.
//!
//! A response owes what its `B` owes: `Response<()>`, `Response<Vec<u8>>` and one made by hand owe nothing.
//! Weak spots: a status that goes through a number or a text is not tracked; nor is a method that is written
//! through `method_mut()` or parsed at run time, nor a header that is set through `headers_mut()`.
#![client(krate = "http", versions = ">=0.2, <2")]

pub use error::{Error, Result};
pub use extensions::Extensions;
pub use header::{HeaderMap, HeaderName, HeaderValue};
pub use method::Method;
pub use request::Request;
pub use response::Response;
pub use status::StatusCode;
pub use uri::Uri;
pub use version::Version;

pub mod response {
    use super::{Extensions, HeaderMap, HeaderName, HeaderValue, Result, StatusCode, Version};

    #[response]
    pub struct Response<T> { head: Parts, body: T }
    pub struct Parts { pub status: StatusCode, pub version: Version, pub headers: HeaderMap<HeaderValue>, pub extensions: Extensions }

    impl Response<()> {
        pub fn builder() -> Builder { Builder::new() }
    }
    impl<T> Response<T> {
        pub fn new(body: T) -> Response<T> { Response { head: any(), body } }

        pub fn status(&self) -> StatusCode { status_of(self) }
        pub fn status_mut(&mut self) -> &mut StatusCode { &mut self.head.status }
        pub fn version(&self) -> Version { self.head.version }
        pub fn version_mut(&mut self) -> &mut Version { &mut self.head.version }
        pub fn headers(&self) -> &HeaderMap<HeaderValue> { &self.head.headers }
        pub fn headers_mut(&mut self) -> &mut HeaderMap<HeaderValue> { &mut self.head.headers }
        pub fn extensions(&self) -> &Extensions { &self.head.extensions }
        pub fn extensions_mut(&mut self) -> &mut Extensions { &mut self.head.extensions }
        pub fn body(&self) -> &T { &self.body }
        pub fn body_mut(&mut self) -> &mut T { &mut self.body }

        pub fn into_body(self) -> T { self.body }
        // The parts take the status along, so that a test of `parts.status` still speaks of this body.
        pub fn into_parts(self) -> (Parts, T) {
            let status = status_of(&self);
            (Parts { status, version: any(), headers: any(), extensions: self.head.extensions }, self.body)
        }
        pub fn from_parts(parts: Parts, body: T) -> Response<T> { Response { head: parts, body } }
        pub fn map<F, U>(self, f: F) -> Response<U> where F: FnOnce(T) -> U { Response { head: self.head, body: f(self.body) } }
    }
    impl<T: Default> Default for Response<T> { fn default() -> Response<T> { Response { head: any(), body: T::default() } } }
    #[versions = ">=1"]
    impl<T: Clone> Clone for Response<T> { fn clone(&self) -> Response<T> { Response { head: any(), body: self.body.clone() } } }

    pub struct Builder;
    impl Builder {
        pub fn new() -> Builder { Builder }
        pub fn status<T>(self, status: T) -> Builder where T: TryInto<StatusCode> { self }
        pub fn version(self, version: Version) -> Builder { self }
        pub fn header<K, V>(self, key: K, value: V) -> Builder where K: TryInto<HeaderName>, V: TryInto<HeaderValue> { self }
        pub fn headers_ref(&self) -> Option<&HeaderMap<HeaderValue>> { any() }
        pub fn headers_mut(&mut self) -> Option<&mut HeaderMap<HeaderValue>> { any() }
        pub fn extension<T>(self, extension: T) -> Builder { escape(extension); self }
        pub fn extensions_ref(&self) -> Option<&Extensions> { any() }
        pub fn extensions_mut(&mut self) -> Option<&mut Extensions> { any() }
        // The error drops the body; it speaks of a header that is not one, which is a mistake of its own.
        pub fn body<T>(self, body: T) -> Result<Response<T>> {
            if any() { Ok(Response { head: any(), body }) } else { escape(body); Err(any()) }
        }
    }
    impl Default for Builder { fn default() -> Builder { Builder } }
}

pub mod request {
    use super::{Extensions, HeaderMap, HeaderName, HeaderValue, Method, Result, Uri, Version};

    // The method travels with the request: a HEAD makes the response owe nothing.
    // A request that comes from elsewhere, such as a server's, owes nothing itself, so its type tells of no body.
    // What was put into one is tracked all the same.
    pub struct Request<T> { head: Parts, body: Sent }
    struct Sent;
    pub struct Parts {
        pub method: Method, pub uri: Uri, pub version: Version, pub headers: HeaderMap<HeaderValue>, pub extensions: Extensions,
        // `exempt()` for a request that asks for its connection to be closed.
        reuse: Reuse,
    }
    struct Reuse;
    fn parts(method: Method) -> Parts { Parts { method, uri: any(), version: any(), headers: any(), extensions: any(), reuse: any() } }

    impl Request<()> {
        pub fn builder() -> Builder { Builder::new() }
        pub fn get<T>(uri: T) -> Builder where T: TryInto<Uri> { Builder { head: parts(Method::GET) } }
        pub fn put<T>(uri: T) -> Builder where T: TryInto<Uri> { Builder { head: parts(Method::PUT) } }
        pub fn post<T>(uri: T) -> Builder where T: TryInto<Uri> { Builder { head: parts(Method::POST) } }
        pub fn delete<T>(uri: T) -> Builder where T: TryInto<Uri> { Builder { head: parts(Method::DELETE) } }
        pub fn options<T>(uri: T) -> Builder where T: TryInto<Uri> { Builder { head: parts(Method::OPTIONS) } }
        pub fn head<T>(uri: T) -> Builder where T: TryInto<Uri> { Builder { head: parts(Method::HEAD) } }
        pub fn connect<T>(uri: T) -> Builder where T: TryInto<Uri> { Builder { head: parts(Method::CONNECT) } }
        pub fn patch<T>(uri: T) -> Builder where T: TryInto<Uri> { Builder { head: parts(Method::PATCH) } }
        pub fn trace<T>(uri: T) -> Builder where T: TryInto<Uri> { Builder { head: parts(Method::TRACE) } }
    }
    impl<T> Request<T> {
        pub fn new(body: T) -> Request<T> { Request { head: parts(Method::GET), body } }

        pub fn method(&self) -> &Method { &self.head.method }
        pub fn method_mut(&mut self) -> &mut Method { &mut self.head.method }
        pub fn uri(&self) -> &Uri { &self.head.uri }
        pub fn uri_mut(&mut self) -> &mut Uri { &mut self.head.uri }
        pub fn version(&self) -> Version { self.head.version }
        pub fn version_mut(&mut self) -> &mut Version { &mut self.head.version }
        pub fn headers(&self) -> &HeaderMap<HeaderValue> { &self.head.headers }
        pub fn headers_mut(&mut self) -> &mut HeaderMap<HeaderValue> { &mut self.head.headers }
        pub fn extensions(&self) -> &Extensions { &self.head.extensions }
        pub fn extensions_mut(&mut self) -> &mut Extensions { &mut self.head.extensions }
        pub fn body(&self) -> &T { &self.body }
        pub fn body_mut(&mut self) -> &mut T { &mut self.body }

        pub fn into_body(self) -> T { self.body }
        pub fn into_parts(self) -> (Parts, T) { (self.head, self.body) }
        pub fn from_parts(parts: Parts, body: T) -> Request<T> { Request { head: parts, body } }
        pub fn map<F, U>(self, f: F) -> Request<U> where F: FnOnce(T) -> U { Request { head: self.head, body: f(self.body) } }
    }
    impl<T: Default> Default for Request<T> { fn default() -> Request<T> { Request { head: parts(Method::GET), body: T::default() } } }
    #[versions = ">=1"]
    impl<T: Clone> Clone for Request<T> {
        fn clone(&self) -> Request<T> {
            let head = Parts { reuse: self.head.reuse, ..parts(self.head.method.clone()) };
            Request { head, body: self.body.clone() }
        }
    }

    pub struct Builder { head: Parts }
    impl Builder {
        pub fn new() -> Builder { Builder { head: parts(Method::GET) } }
        pub fn method<T>(self, method: T) -> Builder where T: TryInto<Method> { Builder { head: Parts { method, ..self.head } } }
        pub fn method_ref(&self) -> Option<&Method> { Some(&self.head.method) }
        pub fn uri<T>(self, uri: T) -> Builder where T: TryInto<Uri> { self }
        pub fn uri_ref(&self) -> Option<&Uri> { any() }
        pub fn version(self, version: Version) -> Builder {
            if says(version, "HTTP/1.0") { return Builder { head: Parts { reuse: disabled(), ..self.head } }; }
            self
        }
        pub fn version_ref(&self) -> Option<&Version> { any() }
        pub fn header<K, V>(self, key: K, value: V) -> Builder where K: TryInto<HeaderName>, V: TryInto<HeaderValue> {
            if says(key, "connection") && says(value, "close") { return Builder { head: Parts { reuse: disabled(), ..self.head } }; }
            self
        }
        pub fn headers_ref(&self) -> Option<&HeaderMap<HeaderValue>> { any() }
        pub fn headers_mut(&mut self) -> Option<&mut HeaderMap<HeaderValue>> { any() }
        pub fn extension<T>(self, extension: T) -> Builder { escape(extension); self }
        pub fn extensions_ref(&self) -> Option<&Extensions> { any() }
        pub fn extensions_mut(&mut self) -> Option<&mut Extensions> { any() }
        pub fn body<T>(self, body: T) -> Result<Request<T>> {
            if any() { Ok(Request { head: self.head, body }) } else { escape(body); Err(any()) }
        }
    }
    impl Default for Builder { fn default() -> Builder { Builder::new() } }
}

pub mod status {
    pub struct StatusCode;
    impl StatusCode {
        pub const CONTINUE: StatusCode = status(100);
        pub const SWITCHING_PROTOCOLS: StatusCode = status(101);
        pub const PROCESSING: StatusCode = status(102);
        #[versions = ">=1"]
        pub const EARLY_HINTS: StatusCode = status(103);
        pub const OK: StatusCode = status(200);
        pub const CREATED: StatusCode = status(201);
        pub const ACCEPTED: StatusCode = status(202);
        pub const NON_AUTHORITATIVE_INFORMATION: StatusCode = status(203);
        pub const NO_CONTENT: StatusCode = status(204);
        pub const RESET_CONTENT: StatusCode = status(205);
        pub const PARTIAL_CONTENT: StatusCode = status(206);
        pub const MULTI_STATUS: StatusCode = status(207);
        pub const ALREADY_REPORTED: StatusCode = status(208);
        pub const IM_USED: StatusCode = status(226);
        pub const MULTIPLE_CHOICES: StatusCode = status(300);
        pub const MOVED_PERMANENTLY: StatusCode = status(301);
        pub const FOUND: StatusCode = status(302);
        pub const SEE_OTHER: StatusCode = status(303);
        pub const NOT_MODIFIED: StatusCode = status(304);
        pub const USE_PROXY: StatusCode = status(305);
        pub const TEMPORARY_REDIRECT: StatusCode = status(307);
        pub const PERMANENT_REDIRECT: StatusCode = status(308);
        pub const BAD_REQUEST: StatusCode = status(400);
        pub const UNAUTHORIZED: StatusCode = status(401);
        pub const PAYMENT_REQUIRED: StatusCode = status(402);
        pub const FORBIDDEN: StatusCode = status(403);
        pub const NOT_FOUND: StatusCode = status(404);
        pub const METHOD_NOT_ALLOWED: StatusCode = status(405);
        pub const NOT_ACCEPTABLE: StatusCode = status(406);
        pub const PROXY_AUTHENTICATION_REQUIRED: StatusCode = status(407);
        pub const REQUEST_TIMEOUT: StatusCode = status(408);
        pub const CONFLICT: StatusCode = status(409);
        pub const GONE: StatusCode = status(410);
        pub const LENGTH_REQUIRED: StatusCode = status(411);
        pub const PRECONDITION_FAILED: StatusCode = status(412);
        pub const PAYLOAD_TOO_LARGE: StatusCode = status(413);
        pub const URI_TOO_LONG: StatusCode = status(414);
        pub const UNSUPPORTED_MEDIA_TYPE: StatusCode = status(415);
        pub const RANGE_NOT_SATISFIABLE: StatusCode = status(416);
        pub const EXPECTATION_FAILED: StatusCode = status(417);
        pub const IM_A_TEAPOT: StatusCode = status(418);
        pub const MISDIRECTED_REQUEST: StatusCode = status(421);
        pub const UNPROCESSABLE_ENTITY: StatusCode = status(422);
        pub const LOCKED: StatusCode = status(423);
        pub const FAILED_DEPENDENCY: StatusCode = status(424);
        #[versions = ">=1"]
        pub const TOO_EARLY: StatusCode = status(425);
        pub const UPGRADE_REQUIRED: StatusCode = status(426);
        pub const PRECONDITION_REQUIRED: StatusCode = status(428);
        pub const TOO_MANY_REQUESTS: StatusCode = status(429);
        pub const REQUEST_HEADER_FIELDS_TOO_LARGE: StatusCode = status(431);
        pub const UNAVAILABLE_FOR_LEGAL_REASONS: StatusCode = status(451);
        pub const INTERNAL_SERVER_ERROR: StatusCode = status(500);
        pub const NOT_IMPLEMENTED: StatusCode = status(501);
        pub const BAD_GATEWAY: StatusCode = status(502);
        pub const SERVICE_UNAVAILABLE: StatusCode = status(503);
        pub const GATEWAY_TIMEOUT: StatusCode = status(504);
        pub const HTTP_VERSION_NOT_SUPPORTED: StatusCode = status(505);
        pub const VARIANT_ALSO_NEGOTIATES: StatusCode = status(506);
        pub const INSUFFICIENT_STORAGE: StatusCode = status(507);
        pub const LOOP_DETECTED: StatusCode = status(508);
        pub const NOT_EXTENDED: StatusCode = status(510);
        pub const NETWORK_AUTHENTICATION_REQUIRED: StatusCode = status(511);

        pub fn is_informational(&self) -> bool { status_in(self, 100, 199) }
        pub fn is_success(&self) -> bool { status_in(self, 200, 299) }
        pub fn is_redirection(&self) -> bool { status_in(self, 300, 399) }
        pub fn is_client_error(&self) -> bool { status_in(self, 400, 499) }
        pub fn is_server_error(&self) -> bool { status_in(self, 500, 599) }

        pub const fn from_u16(src: u16) -> Result<StatusCode, InvalidStatusCode> { any() }
        pub fn from_bytes(src: &[u8]) -> Result<StatusCode, InvalidStatusCode> { any() }
        pub const fn as_u16(&self) -> u16 { *self }
        pub fn as_str(&self) -> &str { any() }
        pub fn canonical_reason(&self) -> Option<&'static str> { any() }
    }
    impl Copy for StatusCode {}
    impl Clone for StatusCode { fn clone(&self) -> StatusCode { *self } }
    impl Default for StatusCode { fn default() -> StatusCode { StatusCode::OK } }
    impl From<StatusCode> for u16 { fn from(status: StatusCode) -> u16 { any() } }
    impl TryFrom<u16> for StatusCode { type Error = InvalidStatusCode; fn try_from(t: u16) -> Result<StatusCode, InvalidStatusCode> { any() } }
    impl TryFrom<&str> for StatusCode { type Error = InvalidStatusCode; fn try_from(t: &str) -> Result<StatusCode, InvalidStatusCode> { any() } }
    impl std::str::FromStr for StatusCode { type Err = InvalidStatusCode; fn from_str(s: &str) -> Result<StatusCode, InvalidStatusCode> { any() } }
    pub struct InvalidStatusCode;
}

pub mod method {
    pub struct Method(&'static str);
    impl Method {
        pub const GET: Method = Method("GET");
        pub const POST: Method = Method("POST");
        pub const PUT: Method = Method("PUT");
        pub const DELETE: Method = Method("DELETE");
        pub const HEAD: Method = Method("HEAD");
        pub const OPTIONS: Method = Method("OPTIONS");
        pub const CONNECT: Method = Method("CONNECT");
        pub const PATCH: Method = Method("PATCH");
        pub const TRACE: Method = Method("TRACE");

        pub fn from_bytes(src: &[u8]) -> Result<Method, InvalidMethod> { any() }
        pub fn as_str(&self) -> &str { self.0 }
        pub fn is_safe(&self) -> bool { any() }
        pub fn is_idempotent(&self) -> bool { any() }
    }
    impl Clone for Method { fn clone(&self) -> Method { Method(self.0) } }
    impl Default for Method { fn default() -> Method { Method::GET } }
    impl AsRef<str> for Method { fn as_ref(&self) -> &str { self.0 } }
    impl From<&Method> for Method { fn from(t: &Method) -> Method { Method(t.0) } }
    impl TryFrom<&str> for Method { type Error = InvalidMethod; fn try_from(t: &str) -> Result<Method, InvalidMethod> { any() } }
    impl std::str::FromStr for Method { type Err = InvalidMethod; fn from_str(t: &str) -> Result<Method, InvalidMethod> { any() } }
    pub struct InvalidMethod;
}

pub mod header {
    // Of all headers only `Connection` is remembered, and of the values only `close`.
    pub struct HeaderMap<T = HeaderValue> { connection: T }
    impl HeaderMap {
        pub fn new() -> HeaderMap { HeaderMap { connection: "" } }
    }
    impl<T> HeaderMap<T> {
        pub fn with_capacity(capacity: usize) -> HeaderMap<T> { HeaderMap { connection: "" } }
        pub fn len(&self) -> usize { any() }
        pub fn keys_len(&self) -> usize { any() }
        pub fn is_empty(&self) -> bool { any() }
        pub fn clear(&mut self) {}
        pub fn reserve(&mut self, additional: usize) {}
        pub fn get<K>(&self, key: K) -> Option<&T> { any() }
        pub fn get_mut<K>(&mut self, key: K) -> Option<&mut T> { any() }
        pub fn get_all<K>(&self, key: K) -> GetAll<'_, T> { any() }
        pub fn contains_key<K>(&self, key: K) -> bool { any() }
        pub fn insert<K>(&mut self, key: K, val: T) -> Option<T> { if says(key, "connection") { self.connection = val; } any() }
        pub fn append<K>(&mut self, key: K, value: T) -> bool { if says(key, "connection") { self.connection = value; } any() }
        pub fn remove<K>(&mut self, key: K) -> Option<T> { if says(key, "connection") { self.connection = any(); } any() }
        pub fn entry<K>(&mut self, key: K) -> Entry<'_, T> { any() }
        pub fn iter(&self) -> Iter<'_, T> { any() }
        pub fn iter_mut(&mut self) -> IterMut<'_, T> { any() }
        pub fn keys(&self) -> Keys<'_, T> { any() }
        pub fn values(&self) -> Values<'_, T> { any() }
        pub fn values_mut(&mut self) -> ValuesMut<'_, T> { any() }
        pub fn drain(&mut self) -> IntoIter<T> { any() }
    }
    impl<T> Default for HeaderMap<T> { fn default() -> HeaderMap<T> { HeaderMap { connection: "" } } }
    impl<T> Clone for HeaderMap<T> { fn clone(&self) -> HeaderMap<T> { HeaderMap { connection: self.connection } } }
    impl<K, T> std::ops::Index<K> for HeaderMap<T> { type Output = T; }
    impl<T> FromIterator<(HeaderName, T)> for HeaderMap<T> {}
    impl<T> Extend<(HeaderName, T)> for HeaderMap<T> {}
    impl<T> IntoIterator for HeaderMap<T> { type Item = (Option<HeaderName>, T); type IntoIter = IntoIter<T>; fn into_iter(self) -> IntoIter<T> { any() } }
    impl<'a, T> IntoIterator for &'a HeaderMap<T> { type Item = (&'a HeaderName, &'a T); type IntoIter = Iter<'a, T>; fn into_iter(self) -> Iter<'a, T> { any() } }
    impl<'a, T> IntoIterator for &'a mut HeaderMap<T> { type Item = (&'a HeaderName, &'a mut T); type IntoIter = IterMut<'a, T>; fn into_iter(self) -> IterMut<'a, T> { any() } }

    pub struct IntoIter<T>;
    impl<T> Iterator for IntoIter<T> { type Item = (Option<HeaderName>, T); }
    pub struct Iter<'a, T>;
    impl<'a, T> Iterator for Iter<'a, T> { type Item = (&'a HeaderName, &'a T); }
    pub struct IterMut<'a, T>;
    impl<'a, T> Iterator for IterMut<'a, T> { type Item = (&'a HeaderName, &'a mut T); }
    pub struct Keys<'a, T>;
    impl<'a, T> Iterator for Keys<'a, T> { type Item = &'a HeaderName; }
    pub struct Values<'a, T>;
    impl<'a, T> Iterator for Values<'a, T> { type Item = &'a T; }
    pub struct ValuesMut<'a, T>;
    impl<'a, T> Iterator for ValuesMut<'a, T> { type Item = &'a mut T; }
    pub struct ValueIter<'a, T>;
    impl<'a, T> Iterator for ValueIter<'a, T> { type Item = &'a T; }
    pub struct GetAll<'a, T>;
    impl<'a, T> GetAll<'a, T> { pub fn iter(&self) -> ValueIter<'a, T> { any() } }
    impl<'a, T> IntoIterator for GetAll<'a, T> { type Item = &'a T; type IntoIter = ValueIter<'a, T>; fn into_iter(self) -> ValueIter<'a, T> { any() } }
    pub struct Entry<'a, T>;
    impl<'a, T> Entry<'a, T> {
        pub fn or_insert(self, default: T) -> &'a mut T { any() }
        pub fn or_insert_with<F: FnOnce() -> T>(self, default: F) -> &'a mut T { any() }
    }

    pub struct HeaderName(&'static str);
    fn name(text: &str) -> HeaderName { if says(text, "connection") { CONNECTION } else { any() } }
    impl HeaderName {
        pub fn from_bytes(src: &[u8]) -> Result<HeaderName, InvalidHeaderName> { any() }
        pub fn from_lowercase(src: &[u8]) -> Result<HeaderName, InvalidHeaderName> { any() }
        pub const fn from_static(src: &'static str) -> HeaderName { name(src) }
        pub fn as_str(&self) -> &str { any() }
    }
    impl Clone for HeaderName { fn clone(&self) -> HeaderName { HeaderName(self.0) } }
    impl TryFrom<&str> for HeaderName { type Error = InvalidHeaderName; fn try_from(s: &str) -> Result<HeaderName, InvalidHeaderName> { any() } }
    impl std::str::FromStr for HeaderName { type Err = InvalidHeaderName; fn from_str(s: &str) -> Result<HeaderName, InvalidHeaderName> { any() } }

    pub struct HeaderValue(&'static str);
    fn value(text: &str) -> HeaderValue { if says(text, "close") { HeaderValue("close") } else { any() } }
    impl HeaderValue {
        pub const fn from_static(src: &'static str) -> HeaderValue { value(src) }
        pub fn from_str(src: &str) -> Result<HeaderValue, InvalidHeaderValue> { if says(src, "close") { Ok(value(src)) } else { any() } }
        pub fn from_name(name: HeaderName) -> HeaderValue { any() }
        pub fn from_bytes(src: &[u8]) -> Result<HeaderValue, InvalidHeaderValue> { any() }
        pub fn from_maybe_shared<T>(src: T) -> Result<HeaderValue, InvalidHeaderValue> { any() }
        pub fn to_str(&self) -> Result<&str, ToStrError> { any() }
        pub fn len(&self) -> usize { any() }
        pub fn is_empty(&self) -> bool { any() }
        pub fn as_bytes(&self) -> &[u8] { any() }
        pub fn set_sensitive(&mut self, val: bool) {}
        pub fn is_sensitive(&self) -> bool { any() }
    }
    impl Clone for HeaderValue { fn clone(&self) -> HeaderValue { HeaderValue(self.0) } }
    impl AsRef<[u8]> for HeaderValue { fn as_ref(&self) -> &[u8] { any() } }
    impl TryFrom<&str> for HeaderValue { type Error = InvalidHeaderValue; fn try_from(t: &str) -> Result<HeaderValue, InvalidHeaderValue> { any() } }
    impl TryFrom<String> for HeaderValue { type Error = InvalidHeaderValue; fn try_from(t: String) -> Result<HeaderValue, InvalidHeaderValue> { any() } }
    impl std::str::FromStr for HeaderValue { type Err = InvalidHeaderValue; fn from_str(s: &str) -> Result<HeaderValue, InvalidHeaderValue> { any() } }

    pub struct InvalidHeaderName;
    pub struct InvalidHeaderValue;
    pub struct MaxSizeReached;
    pub struct ToStrError;

    pub const ACCEPT: HeaderName = any();
    pub const ACCEPT_ENCODING: HeaderName = any();
    pub const ACCEPT_LANGUAGE: HeaderName = any();
    pub const ACCEPT_RANGES: HeaderName = any();
    pub const ALLOW: HeaderName = any();
    pub const AUTHORIZATION: HeaderName = any();
    pub const CACHE_CONTROL: HeaderName = any();
    pub const CONNECTION: HeaderName = HeaderName("connection");
    pub const CONTENT_DISPOSITION: HeaderName = any();
    pub const CONTENT_ENCODING: HeaderName = any();
    pub const CONTENT_LENGTH: HeaderName = any();
    pub const CONTENT_RANGE: HeaderName = any();
    pub const CONTENT_TYPE: HeaderName = any();
    pub const COOKIE: HeaderName = any();
    pub const DATE: HeaderName = any();
    pub const ETAG: HeaderName = any();
    pub const EXPIRES: HeaderName = any();
    pub const HOST: HeaderName = any();
    pub const IF_MATCH: HeaderName = any();
    pub const IF_MODIFIED_SINCE: HeaderName = any();
    pub const IF_NONE_MATCH: HeaderName = any();
    pub const LAST_MODIFIED: HeaderName = any();
    pub const LINK: HeaderName = any();
    pub const LOCATION: HeaderName = any();
    pub const ORIGIN: HeaderName = any();
    pub const RANGE: HeaderName = any();
    pub const REFERER: HeaderName = any();
    pub const RETRY_AFTER: HeaderName = any();
    pub const SERVER: HeaderName = any();
    pub const SET_COOKIE: HeaderName = any();
    pub const TE: HeaderName = any();
    pub const TRAILER: HeaderName = any();
    pub const TRANSFER_ENCODING: HeaderName = any();
    pub const USER_AGENT: HeaderName = any();
    pub const UPGRADE: HeaderName = any();
    pub const VARY: HeaderName = any();
    pub const VIA: HeaderName = any();
    pub const WWW_AUTHENTICATE: HeaderName = any();
}

pub mod uri {
    pub struct Uri;
    impl Uri {
        pub fn builder() -> Builder { Builder }
        pub fn from_parts(src: Parts) -> Result<Uri, InvalidUriParts> { any() }
        pub fn from_static(src: &'static str) -> Uri { Uri }
        pub fn into_parts(self) -> Parts { any() }
        pub fn path_and_query(&self) -> Option<&PathAndQuery> { any() }
        pub fn path(&self) -> &str { any() }
        pub fn scheme(&self) -> Option<&Scheme> { any() }
        pub fn scheme_str(&self) -> Option<&str> { any() }
        pub fn authority(&self) -> Option<&Authority> { any() }
        pub fn host(&self) -> Option<&str> { any() }
        pub fn port(&self) -> Option<Port<&str>> { any() }
        pub fn port_u16(&self) -> Option<u16> { any() }
        pub fn query(&self) -> Option<&str> { any() }
    }
    impl Clone for Uri {}
    impl Default for Uri {}
    impl TryFrom<&str> for Uri { type Error = InvalidUri; fn try_from(t: &str) -> Result<Uri, InvalidUri> { any() } }
    impl TryFrom<String> for Uri { type Error = InvalidUri; fn try_from(t: String) -> Result<Uri, InvalidUri> { any() } }
    impl std::str::FromStr for Uri { type Err = InvalidUri; fn from_str(s: &str) -> Result<Uri, InvalidUri> { any() } }

    pub struct Builder;
    impl Builder {
        pub fn new() -> Builder { Builder }
        pub fn scheme<T>(self, scheme: T) -> Builder { self }
        pub fn authority<T>(self, auth: T) -> Builder { self }
        pub fn path_and_query<T>(self, p_and_q: T) -> Builder { self }
        pub fn build(self) -> Result<Uri, crate::Error> { any() }
    }
    pub struct Parts { pub scheme: Option<Scheme>, pub authority: Option<Authority>, pub path_and_query: Option<PathAndQuery> }
    pub struct Scheme;
    impl Scheme {
        pub const HTTP: Scheme = Scheme;
        pub const HTTPS: Scheme = Scheme;
        pub fn as_str(&self) -> &str { any() }
    }
    pub struct Authority;
    impl Authority {
        pub fn from_static(src: &'static str) -> Authority { Authority }
        pub fn host(&self) -> &str { any() }
        pub fn port_u16(&self) -> Option<u16> { any() }
        pub fn as_str(&self) -> &str { any() }
    }
    impl Clone for Authority {}
    pub struct PathAndQuery;
    impl PathAndQuery {
        pub fn from_static(src: &'static str) -> PathAndQuery { PathAndQuery }
        pub fn path(&self) -> &str { any() }
        pub fn query(&self) -> Option<&str> { any() }
        pub fn as_str(&self) -> &str { any() }
    }
    pub struct Port<T>;
    pub struct InvalidUri;
    pub struct InvalidUriParts;
}

pub mod version {
    pub struct Version(&'static str);
    impl Version {
        pub const HTTP_09: Version = any();
        pub const HTTP_10: Version = Version("HTTP/1.0");
        pub const HTTP_11: Version = any();
        pub const HTTP_2: Version = any();
        pub const HTTP_3: Version = any();
    }
    impl Copy for Version {}
}

mod extensions {
    pub struct Extensions;
    impl Extensions {
        pub fn new() -> Extensions { Extensions }
        pub fn insert<T: Clone>(&mut self, val: T) -> Option<T> { escape(val); any() }
        pub fn get<T>(&self) -> Option<&T> { any() }
        pub fn get_mut<T>(&mut self) -> Option<&mut T> { any() }
        #[versions = ">=1"]
        pub fn get_or_insert<T: Clone>(&mut self, value: T) -> &mut T { escape(value); any() }
        #[versions = ">=1"]
        pub fn get_or_insert_with<T: Clone, F: FnOnce() -> T>(&mut self, f: F) -> &mut T { escape(f()); any() }
        pub fn remove<T>(&mut self) -> Option<T> { any() }
        pub fn clear(&mut self) {}
        pub fn is_empty(&self) -> bool { any() }
        pub fn len(&self) -> usize { any() }
        pub fn extend(&mut self, other: Extensions) {}
    }
    #[versions = ">=1"]
    impl Clone for Extensions {}
    impl Default for Extensions {}
}

mod error {
    pub struct Error;
    pub type Result<T> = std::result::Result<T, Error>;
    impl std::error::Error for Error {}
}
