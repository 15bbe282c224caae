//! hyper 0.14: its pooling `Client`, one connection, and the `HttpBody` methods of http-body 0.4.
//!
//! `HttpBody` stands here and not in a file of its own, since this is the path under which it is used.
//! Not described: the server side and `ffi`.
#![client(krate = "hyper", versions = ">=0.14, <0.15", features = "full, backports", reuse = "one_read")]

pub use body::Body;
pub use client::Client;
pub use error::{Error, Result};
pub use http::{self, header, HeaderMap, Method, Request, Response, StatusCode, Uri, Version};

pub mod body {
    use std::pin::Pin;
    use std::task::{Context, Poll};
    pub use bytes::{Buf, Bytes};

    // A server's requests have bodies of this type, too: one that is given by itself need not be a response's.
    #[body]
    #[shared]
    #[fix = "let _ = hyper::body::to_bytes({}).await;"]
    pub struct Body { inner: Inner }
    struct Inner;
    impl Body {
        pub fn empty() -> Body { any() }
        pub fn channel() -> (Sender, Body) { any() }
        pub fn wrap_stream<S, O, E>(stream: S) -> Body where S: futures_core::Stream<Item = Result<O, E>> { Body { inner: stream } }
    }
    impl HttpBody for Body { type Data = Bytes; type Error = crate::Error; }
    impl futures_core::Stream for Body { type Item = crate::Result<Bytes>; }
    impl Default for Body { fn default() -> Body { any() } }
    impl From<Bytes> for Body { fn from(chunk: Bytes) -> Body { any() } }
    impl From<Vec<u8>> for Body { fn from(vec: Vec<u8>) -> Body { any() } }
    impl From<&'static [u8]> for Body { fn from(slice: &'static [u8]) -> Body { any() } }
    impl From<String> for Body { fn from(s: String) -> Body { any() } }
    impl From<&'static str> for Body { fn from(slice: &'static str) -> Body { any() } }

    pub async fn to_bytes<T>(body: T) -> Result<Bytes, T::Error> where T: HttpBody {
        match step(&body) { Step::Failed(e) => Err(e), _ => { drain(body); Ok(any()) } }
    }
    pub async fn aggregate<T>(body: T) -> Result<impl Buf, T::Error> where T: HttpBody {
        match step(&body) { Step::Failed(e) => Err(e), _ => { drain(body); Ok(any()) } }
    }

    pub trait HttpBody {
        type Data;
        type Error;
        async fn data(&mut self) -> Option<Result<Self::Data, Self::Error>> {
            match step(self) { Step::Chunk(data) => Some(Ok(data)), Step::End => None, Step::Failed(e) => Some(Err(e)) }
        }
        fn poll_data(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Self::Data, Self::Error>>> {
            if any() { return Poll::Pending; }
            match step(self) {
                Step::Chunk(data) => Poll::Ready(Some(Ok(data))),
                Step::End => Poll::Ready(None),
                Step::Failed(e) => Poll::Ready(Some(Err(e))),
            }
        }
        async fn trailers(&mut self) -> Result<Option<http::HeaderMap>, Self::Error> { any() }
        fn poll_trailers(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<Option<http::HeaderMap>, Self::Error>> { any() }
        fn is_end_stream(&self) -> bool { any() }
        fn size_hint(&self) -> SizeHint { any() }
        async fn collect(self) -> Result<Collected<Self::Data>, Self::Error> {
            match step(&self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } }
        }
        fn map_data<F, B>(self, f: F) -> MapData<Self, F> where F: FnMut(Self::Data) -> B { MapData { inner: self, f } }
        fn map_err<F, E>(self, f: F) -> MapErr<Self, F> where F: FnMut(Self::Error) -> E { MapErr { inner: self, f } }
        fn boxed(self) -> BoxBody<Self::Data, Self::Error> { BoxBody { inner: self } }
        fn boxed_unsync(self) -> BoxBody<Self::Data, Self::Error> { BoxBody { inner: self } }
    }
    impl<T: HttpBody + Unpin + ?Sized> HttpBody for &mut T { type Data = T::Data; type Error = T::Error; }
    impl<T: HttpBody + Unpin + ?Sized> HttpBody for Box<T> { type Data = T::Data; type Error = T::Error; }
    impl<B: HttpBody> HttpBody for http::Request<B> { type Data = B::Data; type Error = B::Error; }
    impl<B: HttpBody> HttpBody for http::Response<B> { type Data = B::Data; type Error = B::Error; }
    struct MapData<B, F> { inner: B, f: F }
    impl<B: HttpBody, D, F: FnMut(B::Data) -> D> HttpBody for MapData<B, F> { type Data = D; type Error = B::Error; }
    struct MapErr<B, F> { inner: B, f: F }
    impl<B: HttpBody, E, F: FnMut(B::Error) -> E> HttpBody for MapErr<B, F> { type Data = B::Data; type Error = E; }
    struct BoxBody<D, E> { inner: dyn HttpBody<Data = D, Error = E> }
    impl<D, E> HttpBody for BoxBody<D, E> { type Data = D; type Error = E; }
    struct Collected<B>;
    impl<B: Buf> Collected<B> {
        pub fn trailers(&self) -> Option<&http::HeaderMap> { any() }
        pub fn aggregate(self) -> impl Buf { any() }
        pub fn to_bytes(self) -> Bytes { any() }
    }
    pub struct SizeHint;
    impl SizeHint {
        pub fn lower(&self) -> u64 { any() }
        pub fn upper(&self) -> Option<u64> { any() }
        pub fn exact(&self) -> Option<u64> { any() }
    }

    pub struct Sender;
    impl Sender {
        pub fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<crate::Result<()>> { any() }
        pub async fn send_data(&mut self, chunk: Bytes) -> crate::Result<()> { any() }
        pub async fn send_trailers(&mut self, trailers: http::HeaderMap) -> crate::Result<()> { any() }
        pub fn try_send_data(&mut self, chunk: Bytes) -> Result<(), Bytes> { any() }
        pub fn abort(self) {}
    }
}

pub mod client {
    use crate::{Body, Method, Request, Response, Uri};
    use std::time::Duration;
    pub use connect::HttpConnector;

    pub struct Client<C, B = Body> { pool: Pool, types: std::marker::PhantomData<(C, B)> }
    struct Pool;
    impl Client<HttpConnector, Body> {
        pub fn new() -> Client<HttpConnector, Body> { Client { pool: pool(), types: any() } }
    }
    impl Client<(), Body> {
        pub fn builder() -> Builder { Builder { pool: pool() } }
    }
    impl Default for Client<HttpConnector, Body> { fn default() -> Client<HttpConnector, Body> { Client { pool: pool(), types: any() } } }
    impl<C, B> Client<C, B> {
        pub fn get(&self, uri: Uri) -> ResponseFuture { ResponseFuture { pool: self.pool, method: Method::GET } }
        // The body of the request is the connection's to read.
        pub fn request(&self, req: Request<B>) -> ResponseFuture {
            let (head, body) = req.into_parts();
            escape(body);
            ResponseFuture { pool: self.pool, method: (head.method, head.reuse) }
        }
    }
    impl<C, B> Clone for Client<C, B> { fn clone(&self) -> Client<C, B> { Client { pool: self.pool, types: any() } } }
    impl<C, B> tower_service::Service<Request<B>> for Client<C, B> {
        type Response = Response<Body>;
        type Error = crate::Error;
        type Future = ResponseFuture;
        fn call(&mut self, req: Request<B>) -> ResponseFuture { self.request(req) }
    }
    impl<C, B> tower_service::Service<Request<B>> for &Client<C, B> {
        type Response = Response<Body>;
        type Error = crate::Error;
        type Future = ResponseFuture;
        fn call(&mut self, req: Request<B>) -> ResponseFuture { self.request(req) }
    }
    // `tower`'s own `oneshot` knows only that some service is called.
    impl<C, B> tower::ServiceExt<Request<B>> for Client<C, B> {
        async fn oneshot(self, req: Request<B>) -> crate::Result<Response<Body>> { self.request(req).await }
    }

    pub struct ResponseFuture { pool: Pool, method: Method }
    impl std::future::Future for ResponseFuture {
        type Output = crate::Result<Response<Body>>;
        fn resolve(self) -> crate::Result<Response<Body>> { respond(self) }
    }

    pub struct Builder { pool: Pool }
    impl Builder {
        pub fn build<C, B>(&self, connector: C) -> Client<C, B> { Client { pool: self.pool, types: any() } }
        pub fn build_http<B>(&self) -> Client<HttpConnector, B> { Client { pool: self.pool, types: any() } }

        // With `http2_only` a dropped body is a reset stream, and the connection stays. What is never kept cannot be lost.
        pub fn keep_alive(&mut self, val: bool) -> &mut Self { self }
        pub fn keep_alive_timeout<D>(&mut self, val: D) -> &mut Self where D: Into<Option<Duration>> { self }
        pub fn pool_idle_timeout<D>(&mut self, val: D) -> &mut Self where D: Into<Option<Duration>> { self }
        pub fn max_idle_per_host(&mut self, max_idle: usize) -> &mut Self { self }
        pub fn pool_max_idle_per_host(&mut self, max_idle: usize) -> &mut Self { if max_idle == 0 { self.pool = disabled(); } self }
        pub fn http1_read_buf_exact_size(&mut self, sz: usize) -> &mut Self { self }
        pub fn http1_max_buf_size(&mut self, max: usize) -> &mut Self { self }
        pub fn http1_allow_spaces_after_header_name_in_responses(&mut self, val: bool) -> &mut Self { self }
        pub fn http1_allow_obsolete_multiline_headers_in_responses(&mut self, val: bool) -> &mut Self { self }
        pub fn http1_ignore_invalid_headers_in_responses(&mut self, val: bool) -> &mut Builder { self }
        pub fn http1_writev(&mut self, enabled: bool) -> &mut Builder { self }
        pub fn http1_title_case_headers(&mut self, val: bool) -> &mut Self { self }
        pub fn http1_preserve_header_case(&mut self, val: bool) -> &mut Self { self }
        pub fn http09_responses(&mut self, val: bool) -> &mut Self { self }
        pub fn http2_only(&mut self, val: bool) -> &mut Self { if val { self.pool = exempt(); } self }
        pub fn http2_initial_stream_window_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
        pub fn http2_initial_connection_window_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
        pub fn http2_adaptive_window(&mut self, enabled: bool) -> &mut Self { self }
        pub fn http2_max_frame_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
        pub fn http2_keep_alive_interval(&mut self, interval: impl Into<Option<Duration>>) -> &mut Self { self }
        pub fn http2_keep_alive_timeout(&mut self, timeout: Duration) -> &mut Self { self }
        pub fn http2_keep_alive_while_idle(&mut self, enabled: bool) -> &mut Self { self }
        pub fn http2_max_concurrent_reset_streams(&mut self, max: usize) -> &mut Self { self }
        pub fn http2_max_send_buf_size(&mut self, max: usize) -> &mut Self { self }
        pub fn retry_canceled_requests(&mut self, val: bool) -> &mut Self { self }
        pub fn set_host(&mut self, val: bool) -> &mut Self { self }
        pub fn executor<E>(&mut self, exec: E) -> &mut Self { self }
    }
    impl Default for Builder { fn default() -> Builder { Builder { pool: pool() } } }
    impl Clone for Builder { fn clone(&self) -> Builder { Builder { pool: self.pool } } }

    pub mod connect {
        pub trait Connect {}
        pub struct HttpConnector<R = dns::GaiResolver> { resolver: R }
        impl HttpConnector { pub fn new() -> HttpConnector { any() } }
        impl<R> HttpConnector<R> {
            pub fn new_with_resolver(resolver: R) -> HttpConnector<R> { HttpConnector { resolver } }
            pub fn enforce_http(&mut self, is_enforced: bool) {}
            pub fn set_keepalive(&mut self, dur: Option<std::time::Duration>) {}
            pub fn set_nodelay(&mut self, nodelay: bool) {}
            pub fn set_connect_timeout(&mut self, dur: Option<std::time::Duration>) {}
        }
        impl<R> Clone for HttpConnector<R> {}
        pub struct HttpInfo;
        pub mod dns { pub struct GaiResolver; }
    }

    pub mod conn {
        use crate::{Body, Method, Request, Response, Result};
        use std::task::{Context, Poll};
        use std::time::Duration;

        // One connection is a pool of one: it dies with its sender.
        struct Pool;

        pub async fn handshake<T>(io: T) -> Result<(SendRequest<Body>, Connection<T, Body>)> { Builder::new().handshake(io).await }

        pub struct SendRequest<B> { pool: Pool, body: std::marker::PhantomData<B> }
        impl<B> SendRequest<B> {
            pub fn send_request(&mut self, req: Request<B>) -> ResponseFuture {
                let (head, body) = req.into_parts();
                escape(body);
                ResponseFuture { pool: self.pool, method: (head.method, head.reuse) }
            }
            pub fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> { any() }
        }
        impl<B> tower_service::Service<Request<B>> for SendRequest<B> {
            type Response = Response<Body>;
            type Error = crate::Error;
            type Future = ResponseFuture;
            fn call(&mut self, req: Request<B>) -> ResponseFuture { self.send_request(req) }
        }
        pub struct ResponseFuture { pool: Pool, method: Method }
        impl std::future::Future for ResponseFuture {
            type Output = Result<Response<Body>>;
            fn resolve(self) -> Result<Response<Body>> { respond(self) }
        }

        pub struct Builder { pool: Pool }
        impl Builder {
            pub fn new() -> Builder { Builder { pool: pool() } }
            pub async fn handshake<T, B>(&self, io: T) -> Result<(SendRequest<B>, Connection<T, B>)> {
                if any() { Ok((SendRequest { pool: self.pool, body: any() }, Connection { io, body: any() })) } else { Err(any()) }
            }
            pub fn executor<E>(&mut self, exec: E) -> &mut Builder { self }
            pub fn http09_responses(&mut self, enabled: bool) -> &mut Builder { self }
            pub fn http1_allow_spaces_after_header_name_in_responses(&mut self, enabled: bool) -> &mut Builder { self }
            pub fn http1_allow_obsolete_multiline_headers_in_responses(&mut self, enabled: bool) -> &mut Builder { self }
            pub fn http1_ignore_invalid_headers_in_responses(&mut self, enabled: bool) -> &mut Builder { self }
            pub fn http1_writev(&mut self, enabled: bool) -> &mut Builder { self }
            pub fn http1_title_case_headers(&mut self, enabled: bool) -> &mut Builder { self }
            pub fn http1_preserve_header_case(&mut self, enabled: bool) -> &mut Builder { self }
            pub fn http1_read_buf_exact_size(&mut self, sz: Option<usize>) -> &mut Builder { self }
            pub fn http1_max_buf_size(&mut self, max: usize) -> &mut Self { self }
            pub fn http2_only(&mut self, enabled: bool) -> &mut Builder { if enabled { self.pool = exempt(); } self }
            pub fn http2_initial_stream_window_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
            pub fn http2_initial_connection_window_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
            pub fn http2_adaptive_window(&mut self, enabled: bool) -> &mut Self { self }
            pub fn http2_max_frame_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
            pub fn http2_keep_alive_interval(&mut self, interval: impl Into<Option<Duration>>) -> &mut Self { self }
            pub fn http2_keep_alive_timeout(&mut self, timeout: Duration) -> &mut Self { self }
            pub fn http2_keep_alive_while_idle(&mut self, enabled: bool) -> &mut Self { self }
            pub fn http2_max_concurrent_reset_streams(&mut self, max: usize) -> &mut Self { self }
            pub fn http2_max_send_buf_size(&mut self, max: usize) -> &mut Self { self }
        }

        pub struct Connection<T, B> { io: T, body: std::marker::PhantomData<B> }
        impl<T, B> Connection<T, B> {
            pub fn into_parts(self) -> Parts<T> { Parts { io: self.io, read_buf: any() } }
            pub fn poll_without_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> { any() }
            pub async fn without_shutdown(self) -> Result<Parts<T>> { if any() { Ok(self.into_parts()) } else { Err(any()) } }
        }
        impl<T, B> std::future::Future for Connection<T, B> { type Output = Result<()>; fn resolve(self) -> Result<()> { any() } }
        pub struct Parts<T> { pub io: T, pub read_buf: bytes::Bytes }

        pub mod http1 {
            use super::*;

            pub async fn handshake<T, B>(io: T) -> Result<(SendRequest<B>, Connection<T, B>)> { Builder::new().handshake(io).await }

            pub struct SendRequest<B> { pool: Pool, body: std::marker::PhantomData<B> }
            impl<B> SendRequest<B> {
                // The body of the request is the connection's to read.
                pub async fn send_request(&mut self, req: Request<B>) -> Result<Response<Body>> {
                    let (head, body) = req.into_parts();
                    escape(body);
                    respond((self.pool, head))
                }
                pub fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> { any() }
                pub async fn ready(&mut self) -> Result<()> { any() }
            }

            pub struct Builder;
            impl Builder {
                pub fn new() -> Builder { Builder }
                pub async fn handshake<T, B>(&self, io: T) -> Result<(SendRequest<B>, Connection<T, B>)> {
                    if any() { Ok((SendRequest { pool: pool(), body: any() }, Connection { io, body: any() })) } else { Err(any()) }
                }
                pub fn http09_responses(&mut self, enabled: bool) -> &mut Builder { self }
                pub fn allow_spaces_after_header_name_in_responses(&mut self, enabled: bool) -> &mut Builder { self }
                pub fn allow_obsolete_multiline_headers_in_responses(&mut self, enabled: bool) -> &mut Builder { self }
                pub fn ignore_invalid_headers_in_responses(&mut self, enabled: bool) -> &mut Builder { self }
                pub fn writev(&mut self, enabled: bool) -> &mut Builder { self }
                pub fn title_case_headers(&mut self, enabled: bool) -> &mut Builder { self }
                pub fn preserve_header_case(&mut self, enabled: bool) -> &mut Builder { self }
                pub fn read_buf_exact_size(&mut self, sz: Option<usize>) -> &mut Builder { self }
                pub fn max_buf_size(&mut self, max: usize) -> &mut Self { self }
            }

            pub struct Connection<T, B> { io: T, body: std::marker::PhantomData<B> }
            impl<T, B> Connection<T, B> {
                pub fn into_parts(self) -> Parts<T> { Parts { io: self.io, read_buf: any() } }
                pub fn poll_without_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> { any() }
                pub async fn without_shutdown(self) -> Result<Parts<T>> { if any() { Ok(self.into_parts()) } else { Err(any()) } }
            }
            impl<T, B> std::future::Future for Connection<T, B> { type Output = Result<()>; fn resolve(self) -> Result<()> { any() } }
            pub struct Parts<T> { pub io: T, pub read_buf: bytes::Bytes }
        }

        pub mod http2 {
            use super::*;

            pub async fn handshake<E, T, B>(exec: E, io: T) -> Result<(SendRequest<B>, Connection<T, B>)> {
                Builder::new(exec).handshake(io).await
            }

            pub struct SendRequest<B> { body: std::marker::PhantomData<B> }
            impl<B> SendRequest<B> {
                // The body of the request is the connection's to read.
                pub async fn send_request(&mut self, req: Request<B>) -> Result<Response<Body>> {
                    let (head, body) = req.into_parts();
                    escape(body);
                    respond((exempt(), head))
                }
                pub fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> { any() }
                pub async fn ready(&mut self) -> Result<()> { any() }
            }
            impl<B> Clone for SendRequest<B> { fn clone(&self) -> SendRequest<B> { SendRequest { body: any() } } }

            pub struct Builder;
            impl Builder {
                pub fn new<E>(exec: E) -> Builder { Builder }
                pub async fn handshake<T, B>(&self, io: T) -> Result<(SendRequest<B>, Connection<T, B>)> {
                    if any() { Ok((SendRequest { body: any() }, Connection { io, body: any() })) } else { Err(any()) }
                }
                pub fn executor<E>(&mut self, exec: E) -> &mut Builder { self }
                pub fn initial_stream_window_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
                pub fn initial_connection_window_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
                pub fn adaptive_window(&mut self, enabled: bool) -> &mut Self { self }
                pub fn max_frame_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
                pub fn keep_alive_interval(&mut self, interval: impl Into<Option<Duration>>) -> &mut Self { self }
                pub fn keep_alive_timeout(&mut self, timeout: Duration) -> &mut Self { self }
                pub fn keep_alive_while_idle(&mut self, enabled: bool) -> &mut Self { self }
                pub fn max_concurrent_reset_streams(&mut self, max: usize) -> &mut Self { self }
                pub fn max_send_buf_size(&mut self, max: usize) -> &mut Self { self }
            }

            pub struct Connection<T, B> { io: T, body: std::marker::PhantomData<B> }
            impl<T, B> Connection<T, B> { pub fn is_extended_connect_protocol_enabled(&self) -> bool { any() } }
            impl<T, B> std::future::Future for Connection<T, B> { type Output = Result<()>; fn resolve(self) -> Result<()> { any() } }
        }
    }
}

pub mod upgrade {
    // The connection is no longer HTTP's.
    pub fn on<T>(msg: T) -> OnUpgrade { upgrade(msg); OnUpgrade }

    pub struct OnUpgrade;
    impl std::future::Future for OnUpgrade { type Output = crate::Result<Upgraded>; fn resolve(self) -> crate::Result<Upgraded> { any() } }
    pub struct Upgraded;
    impl Upgraded { pub fn downcast<T>(self) -> Result<Parts<T>, Upgraded> { any() } }
    impl tokio::io::AsyncRead for Upgraded {}
    impl tokio::io::AsyncWrite for Upgraded {}
    pub struct Parts<T> { pub io: T, pub read_buf: bytes::Bytes }
}

pub mod service {
    pub use tower_service::Service;
    pub fn service_fn<F, R, S>(f: F) -> ServiceFn<F, R> where F: FnMut(http::Request<R>) -> S { ServiceFn { f, request: any() } }
    struct ServiceFn<F, R> { f: F, request: std::marker::PhantomData<R> }
    pub fn make_service_fn<F, Target, Ret>(f: F) -> MakeServiceFn<F> where F: FnMut(&Target) -> Ret { MakeServiceFn { f } }
    struct MakeServiceFn<F> { f: F }
}

mod error {
    pub type Result<T> = std::result::Result<T, Error>;
    pub struct Error;
    impl Error {
        pub fn is_parse(&self) -> bool { any() }
        pub fn is_parse_too_large(&self) -> bool { any() }
        pub fn is_user(&self) -> bool { any() }
        pub fn is_canceled(&self) -> bool { any() }
        pub fn is_closed(&self) -> bool { any() }
        pub fn is_parse_status(&self) -> bool { any() }
        pub fn is_connect(&self) -> bool { any() }
        pub fn is_incomplete_message(&self) -> bool { any() }
        pub fn is_body_write_aborted(&self) -> bool { any() }
        pub fn is_timeout(&self) -> bool { any() }
    }
    impl std::error::Error for Error {}
}
