//! axum 0.6 to 0.8: how a handler gets at its client, and passes a body on. A server's own requests owe nothing.
//!
//! Not described: routing, and what else is extracted.
#![client(krate = "axum", versions = ">=0.6, <0.9")]

pub use error::{BoxError, Error};
pub use extract::{Extension, Form, Json};
pub use http;

pub mod extract {
    use std::ops::{Deref, DerefMut};
    #[versions = ">=0.7"]
    pub type Request<T = crate::body::Body> = http::Request<T>;

    pub struct State<S>(pub S);
    impl<S> Deref for State<S> { type Target = S; fn deref(&self) -> &S { &self.0 } }
    impl<S> DerefMut for State<S> { fn deref_mut(&mut self) -> &mut S { &mut self.0 } }
    impl<S: Clone> Clone for State<S> { fn clone(&self) -> State<S> { State(self.0.clone()) } }
    pub struct Extension<T>(pub T);
    impl<T> Deref for Extension<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
    impl<T> DerefMut for Extension<T> { fn deref_mut(&mut self) -> &mut T { &mut self.0 } }
    impl<T: Clone> Clone for Extension<T> { fn clone(&self) -> Extension<T> { Extension(self.0.clone()) } }
    pub struct Path<T>(pub T);
    impl<T> Deref for Path<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
    pub struct Query<T>(pub T);
    impl<T> Deref for Query<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
    pub struct Json<T>(pub T);
    impl<T> Deref for Json<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
    impl<T> From<T> for Json<T> { fn from(inner: T) -> Json<T> { Json(inner) } }
    pub struct Form<T>(pub T);
    impl<T> Deref for Form<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
    pub struct OriginalUri(pub http::Uri);

    pub trait FromRef<T> { fn from_ref(input: &T) -> Self; }
    impl<T: Clone> FromRef<T> for T { fn from_ref(input: &T) -> T { input.clone() } }
}

pub mod body {
    use crate::Error;
    pub use bytes::Bytes;
    pub use http_body::Body as HttpBody;

    // What is put into it is read by whoever gets the answer.
    pub struct Body { inner: Inner }
    struct Inner;
    impl Body {
        #[versions = ">=0.7"]
        pub fn new<B>(body: B) -> Body where B: http_body::Body { Body { inner: body } }
        pub fn empty() -> Body { any() }
        #[versions = ">=0.7"]
        pub fn from_stream<S>(stream: S) -> Body where S: futures_core::Stream { Body { inner: stream } }
        #[versions = "<0.7"]
        pub fn wrap_stream<S, O, E>(stream: S) -> Body where S: futures_core::Stream<Item = std::result::Result<O, E>>, O: Into<Bytes>, E: Into<crate::BoxError> { Body { inner: stream } }
        #[versions = ">=0.7"]
        pub fn into_data_stream(self) -> BodyDataStream { BodyDataStream { inner: self } }
    }
    #[versions = ">=0.7"]
    impl http_body::Body for Body { type Data = Bytes; type Error = Error; }
    impl Default for Body { fn default() -> Body { any() } }
    #[versions = ">=0.7"]
    impl From<()> for Body { fn from(body: ()) -> Body { any() } }
    impl From<&'static str> for Body { fn from(buf: &'static str) -> Body { any() } }
    impl From<&'static [u8]> for Body { fn from(buf: &'static [u8]) -> Body { any() } }
    impl From<String> for Body { fn from(buf: String) -> Body { any() } }
    impl From<Vec<u8>> for Body { fn from(buf: Vec<u8>) -> Body { any() } }
    impl From<Bytes> for Body { fn from(buf: Bytes) -> Body { any() } }

    #[versions = ">=0.7"]
    pub struct BodyDataStream { inner: Body }
    #[versions = ">=0.7"]
    impl futures_core::Stream for BodyDataStream { type Item = Result<Bytes, Error>; }
    #[versions = "<0.7"]
    pub struct StreamBody<S> { stream: S }
    #[versions = "<0.7"]
    impl<S> StreamBody<S> { pub fn new(stream: S) -> StreamBody<S> where S: futures_core::Stream { StreamBody { stream } } }

    // Beyond the limit comes an error, and the rest stays unread.
    #[versions = ">=0.7"]
    pub async fn to_bytes(body: Body, limit: usize) -> Result<Bytes, Error> {
        match step(&body) {
            Step::Failed(e) => Err(e),
            _ => if any() { drain(&body); Ok(any()) } else { cancel(&body); Err(any()) },
        }
    }
}

pub mod response {
    use crate::body::Body;
    pub use crate::extract::{Extension, Form, Json};
    pub use sse::Sse;

    pub type Response<T = Body> = http::Response<T>;
    pub type Result<T, E = ErrorResponse> = std::result::Result<T, E>;
    pub struct ErrorResponse;

    pub trait IntoResponse { fn into_response(self) -> Response { escape(self); any() } }
    impl<T> IntoResponse for T {}
    pub trait IntoResponseParts {}
    pub struct Html<T>(pub T);
    pub struct Redirect;
    impl Redirect {
        pub fn to(uri: &str) -> Redirect { Redirect }
        pub fn temporary(uri: &str) -> Redirect { Redirect }
        pub fn permanent(uri: &str) -> Redirect { Redirect }
    }

    pub mod sse {
        pub struct Sse<S> { stream: S }
        impl<S> Sse<S> {
            pub fn new(stream: S) -> Sse<S> { Sse { stream } }
            #[unchecked(output = "since 0.8 it has another type, which is the same for its stream")]
            pub fn keep_alive(self, keep_alive: KeepAlive) -> Sse<S> { self }
        }
        pub struct KeepAlive;
        impl KeepAlive { pub fn new() -> KeepAlive { KeepAlive } pub fn interval(self, time: std::time::Duration) -> KeepAlive { self } }
        impl Default for KeepAlive {}
        pub struct Event;
        impl Event { pub fn data<T>(self, data: T) -> Event { self } pub fn event<T>(self, event: T) -> Event { self } }
        impl Default for Event {}
    }
}

pub mod middleware {
    #[versions = ">=0.7"]
    pub struct Next;
    #[versions = ">=0.7"]
    impl Next { pub async fn run(self, req: crate::extract::Request) -> crate::response::Response { escape(req); any() } }
    #[versions = ">=0.7"]
    impl Clone for Next {}
}

mod error {
    pub type BoxError = Box<dyn std::error::Error + Send + Sync>;
    pub struct Error;
    impl Error { pub fn new(error: impl Into<BoxError>) -> Error { Error } pub fn into_inner(self) -> BoxError { any() } }
    impl std::error::Error for Error {}
}
