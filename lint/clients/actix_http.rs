//! actix-http 3: what awc and actix-web have in common. A `Payload` owes what is in it: a server's request has one, too.
//!
//! Not described: the server side.
#![client(krate = "actix_http", versions = ">=3, <4", features = "compress-gzip, http2")]

pub use error::Error;
pub use http::{uri, Method, StatusCode, Uri, Version};
pub use payload::{BoxedPayloadStream, Payload};

pub mod header {
    pub use http::header::{HeaderName, HeaderValue};
    pub use http::header::{
        ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CACHE_CONTROL, CONNECTION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, ETAG,
        HOST, IF_NONE_MATCH, LOCATION, RANGE, RETRY_AFTER, SET_COOKIE, TRANSFER_ENCODING, USER_AGENT,
    };
    pub struct HeaderMap;
    impl HeaderMap {
        pub fn new() -> HeaderMap { HeaderMap }
        pub fn len(&self) -> usize { any() }
        pub fn is_empty(&self) -> bool { any() }
        pub fn get(&self, key: impl AsHeaderName) -> Option<&HeaderValue> { any() }
        pub fn contains_key(&self, key: impl AsHeaderName) -> bool { any() }
        pub fn insert(&mut self, name: HeaderName, val: HeaderValue) -> map::Removed { any() }
        pub fn append(&mut self, key: HeaderName, value: HeaderValue) {}
        pub fn remove(&mut self, key: impl AsHeaderName) -> map::Removed { any() }
    }
    impl Clone for HeaderMap {}
    impl Default for HeaderMap {}
    pub trait AsHeaderName {}
    impl AsHeaderName for HeaderName {}
    impl AsHeaderName for &HeaderName {}
    impl AsHeaderName for &str {}
    impl AsHeaderName for String {}
    pub mod map { pub struct Removed; }
    pub enum ContentEncoding { Identity, Brotli, Deflate, Gzip, Zstd }
}

mod payload {
    use bytes::Bytes;
    use futures_core::Stream;

    pub type BoxedPayloadStream = std::pin::Pin<Box<dyn Stream<Item = Result<Bytes, crate::error::PayloadError>>>>;
    pub enum Payload<S = BoxedPayloadStream> { None, Stream { payload: S } }
    impl<S> Payload<S> { pub fn take(&mut self) -> Payload<S> { std::mem::replace(self, Payload::None) } }
    impl<S> Stream for Payload<S> { type Item = Result<Bytes, crate::error::PayloadError>; }
    impl<S> From<Bytes> for Payload<S> { fn from(bytes: Bytes) -> Payload<S> { Payload::None } }
    impl<S> From<Vec<u8>> for Payload<S> { fn from(vec: Vec<u8>) -> Payload<S> { Payload::None } }
    impl<S> From<S> for Payload<S> { fn from(payload: S) -> Payload<S> { Payload::Stream { payload } } }
}

pub mod encoding {
    pub struct Decoder<S> { stream: S }
    impl<S> Decoder<S> {
        pub fn new(stream: S, encoding: crate::header::ContentEncoding) -> Decoder<S> { Decoder { stream } }
        pub fn from_headers(stream: S, headers: &crate::header::HeaderMap) -> Decoder<S> { Decoder { stream } }
    }
    impl<S: futures_core::Stream> futures_core::Stream for Decoder<S> { type Item = S::Item; }
}

pub trait HttpMessage {
    type Stream;
    fn headers(&self) -> &header::HeaderMap { any() }
    fn take_payload(&mut self) -> Payload<Self::Stream>;
    fn content_type(&self) -> &str { any() }
    fn chunked(&self) -> Result<bool, error::ParseError> { any() }
}

// Of a request.
pub struct RequestHead;

// Of crates that are not described.
mod foreign { pub struct H2Error; }

pub mod error {
    pub struct Error;
    impl std::error::Error for Error {}
    pub enum PayloadError { Incomplete(Option<std::io::Error>), EncodingCorrupted, Overflow, UnknownLength, Http2Payload(crate::foreign::H2Error), Io(std::io::Error) }
    impl std::error::Error for PayloadError {}
    impl From<std::io::Error> for PayloadError { fn from(err: std::io::Error) -> PayloadError { PayloadError::Io(err) } }
    pub struct ParseError;
}

pub mod body {
    // What is in one is sent, or dropped with it.
    pub trait MessageBody {}
    pub struct BoxBody { body: Inner }
    struct Inner;
    impl BoxBody { pub fn new<B>(body: B) -> BoxBody { BoxBody { body } } }
    impl MessageBody for BoxBody {}
    pub struct BodyStream<S> { stream: S }
    impl<S> BodyStream<S> { pub fn new(stream: S) -> BodyStream<S> { BodyStream { stream } } }
    impl<S> MessageBody for BodyStream<S> {}
    pub struct SizedStream<S> { stream: S }
    impl<S> SizedStream<S> { pub fn new(size: u64, stream: S) -> SizedStream<S> { SizedStream { stream } } }
    impl<S> MessageBody for SizedStream<S> {}
}
