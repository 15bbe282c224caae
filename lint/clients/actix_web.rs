//! actix-web 4: how a handler gets at its client, and passes a body on. A server's own requests owe nothing.
//!
//! Not described: routing, responses of errors, and what else is extracted.
#![client(krate = "actix_web", versions = ">=4, <5", features = "compress-gzip, cookies, macros")]

pub use actix_http::HttpMessage;
pub use response::{HttpResponse, HttpResponseBuilder};

pub mod web {
    use std::ops::{Deref, DerefMut};
    use std::sync::Arc;
    pub use bytes::{Buf, BufMut, Bytes, BytesMut};

    pub struct Data<T: ?Sized> { value: Arc<T> }
    impl<T> Data<T> {
        pub fn new(state: T) -> Data<T> { Data { value: Arc::new(state) } }
        pub fn get_ref(&self) -> &T { &self.value }
        pub fn into_inner(self) -> Arc<T> { self.value }
    }
    impl<T: ?Sized> Deref for Data<T> { type Target = Arc<T>; fn deref(&self) -> &Arc<T> { &self.value } }
    impl<T: ?Sized> Clone for Data<T> { fn clone(&self) -> Data<T> { Data { value: self.value.clone() } } }
    impl<T: ?Sized> From<Arc<T>> for Data<T> { fn from(arc: Arc<T>) -> Data<T> { Data { value: arc } } }
    pub struct ThinData<T>(pub T);
    impl<T> Deref for ThinData<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
    pub struct ReqData<T> { value: T }
    impl<T> Deref for ReqData<T> { type Target = T; fn deref(&self) -> &T { &self.value } }

    pub struct Json<T>(pub T);
    impl<T> Json<T> { pub fn into_inner(self) -> T { self.0 } }
    impl<T> Deref for Json<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
    impl<T> DerefMut for Json<T> { fn deref_mut(&mut self) -> &mut T { &mut self.0 } }
    pub struct Query<T>(pub T);
    impl<T> Query<T> { pub fn into_inner(self) -> T { self.0 } }
    impl<T> Deref for Query<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
    pub struct Form<T>(pub T);
    impl<T> Form<T> { pub fn into_inner(self) -> T { self.0 } }
    impl<T> Deref for Form<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
    pub struct Path<T> { value: T }
    impl<T> Path<T> { pub fn into_inner(self) -> T { self.value } }
    impl<T> Deref for Path<T> { type Target = T; fn deref(&self) -> &T { &self.value } }
    // What a server is sent.
    pub struct Payload;
    impl futures_core::Stream for Payload { type Item = Result<Bytes, actix_http::error::PayloadError>; }

    pub async fn block<F, R>(f: F) -> Result<R, crate::error::BlockingError> where F: FnOnce() -> R { if any() { Ok(f()) } else { escape(f); Err(any()) } }
}

mod response {
    use actix_http::StatusCode;

    // What is put into it is read by whoever gets the answer.
    pub struct HttpResponse<B = actix_http::body::BoxBody> { body: B }
    impl HttpResponse {
        pub fn new(status: StatusCode) -> HttpResponse { any() }
        pub fn build(status: StatusCode) -> HttpResponseBuilder { HttpResponseBuilder }
        pub fn Ok() -> HttpResponseBuilder { HttpResponseBuilder }
        pub fn Created() -> HttpResponseBuilder { HttpResponseBuilder }
        pub fn Accepted() -> HttpResponseBuilder { HttpResponseBuilder }
        pub fn NoContent() -> HttpResponseBuilder { HttpResponseBuilder }
        pub fn BadRequest() -> HttpResponseBuilder { HttpResponseBuilder }
        pub fn NotFound() -> HttpResponseBuilder { HttpResponseBuilder }
        pub fn InternalServerError() -> HttpResponseBuilder { HttpResponseBuilder }
        pub fn BadGateway() -> HttpResponseBuilder { HttpResponseBuilder }
        pub fn ServiceUnavailable() -> HttpResponseBuilder { HttpResponseBuilder }
        pub fn GatewayTimeout() -> HttpResponseBuilder { HttpResponseBuilder }
    }
    pub struct HttpResponseBuilder;
    impl HttpResponseBuilder {
        pub fn new(status: StatusCode) -> HttpResponseBuilder { HttpResponseBuilder }
        pub fn status(&mut self, status: StatusCode) -> &mut Self { self }
        pub fn insert_header<H>(&mut self, header: H) -> &mut Self { self }
        pub fn append_header<H>(&mut self, header: H) -> &mut Self { self }
        pub fn content_type<V>(&mut self, value: V) -> &mut Self { self }
        pub fn no_chunking(&mut self, len: u64) -> &mut Self { self }
        pub fn body<B>(&mut self, body: B) -> HttpResponse { escape(body); any() }
        pub fn streaming<S>(&mut self, stream: S) -> HttpResponse { escape(stream); any() }
        pub fn json(&mut self, value: impl serde::Serialize) -> HttpResponse { escape(value); any() }
        pub fn finish(&mut self) -> HttpResponse { any() }
    }
}

pub mod dev { pub use actix_http::Payload; }
pub mod http { pub use actix_http::{header, uri, Method, StatusCode, Uri, Version}; }
pub mod error {
    pub use actix_http::error::PayloadError;
    pub struct BlockingError;
    impl std::error::Error for BlockingError {}
    pub fn ErrorInternalServerError<E>(err: E) -> Error { escape(err); Error }
    pub fn ErrorBadGateway<E>(err: E) -> Error { escape(err); Error }
    pub fn ErrorBadRequest<E>(err: E) -> Error { escape(err); Error }
    pub fn ErrorNotFound<E>(err: E) -> Error { escape(err); Error }
    pub struct Error;
    impl<E: std::error::Error> From<E> for Error { fn from(err: E) -> Error { escape(err); Error } }
}
pub use error::Error;
pub type Result<T, E = Error> = std::result::Result<T, E>;
