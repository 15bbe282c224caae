//! hyper 1: the body that arrives (`Incoming`), and the client side of one connection.
//!
//! The pool is hyper-util's. `Incoming` is also what a server receives; only one that a client was answered with owes
//! a read. Not described: the server side, `ffi`, and what `rt` asks of a runtime.
#![client(krate = "hyper", versions = ">=1, <2", features = "full", reuse = "one_read")]

pub use error::{Error, Result};
pub use http::{self, header, HeaderMap, Method, Request, Response, StatusCode, Uri, Version};

pub mod body {
    pub use bytes::{Buf, Bytes};
    pub use http_body::{Body, Frame, SizeHint};

    // A server's requests have bodies of this type, too: one that is given by itself need not be a response's.
    // `BodyExt` need not be imported where the drain is wanted, hence the long form. It takes a whole response, too.
    #[body]
    #[shared]
    #[fix = "let _ = http_body_util::BodyExt::collect({}).await;"]
    pub struct Incoming;
    impl Body for Incoming { type Data = Bytes; type Error = crate::Error; }
}

pub mod client {
    pub mod conn {
        use crate::body::{Bytes, Incoming};
        use crate::{Request, Response, Result};
        use std::task::{Context, Poll};

        // One connection is a pool of one: it dies with its sender.
        struct Pool;

        pub struct TrySendError<T> { error: crate::Error, message: Option<T> }
        impl<T> TrySendError<T> {
            pub fn take_message(&mut self) -> Option<T> { self.message.take() }
            pub fn message(&self) -> Option<&T> { self.message.as_ref() }
            pub fn into_error(self) -> crate::Error { self.error }
            pub fn error(&self) -> &crate::Error { &self.error }
        }

        pub mod http1 {
            use super::*;

            pub async fn handshake<T, B>(io: T) -> Result<(SendRequest<B>, Connection<T, B>)> { Builder::new().handshake(io).await }

            pub struct SendRequest<B> { pool: Pool, body: std::marker::PhantomData<B> }
            impl<B> SendRequest<B> {
                // The body of the request is the connection's to read.
                pub async fn send_request(&mut self, req: Request<B>) -> Result<Response<Incoming>> {
                    let (head, body) = req.into_parts();
                    escape(body);
                    respond((self.pool, head))
                }
                pub async fn try_send_request(&mut self, req: Request<B>) -> std::result::Result<Response<Incoming>, TrySendError<Request<B>>> {
                    let (head, body) = req.into_parts();
                    escape(body);
                    respond((self.pool, head))
                }
                pub fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> { any() }
                pub async fn ready(&mut self) -> Result<()> { any() }
                pub fn is_ready(&self) -> bool { any() }
                pub fn is_closed(&self) -> bool { any() }
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
                pub fn max_headers(&mut self, val: usize) -> &mut Self { self }
                pub fn max_header_size(&mut self, val: usize) -> &mut Self { self }
                pub fn read_buf_exact_size(&mut self, sz: Option<usize>) -> &mut Builder { self }
                pub fn max_buf_size(&mut self, max: usize) -> &mut Self { self }
            }
            impl Clone for Builder { fn clone(&self) -> Builder { Builder } }

            pub struct Connection<T, B> { io: T, body: std::marker::PhantomData<B> }
            impl<T, B> Connection<T, B> {
                pub fn into_parts(self) -> Parts<T> { Parts { io: self.io, read_buf: any() } }
                pub fn poll_without_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> { any() }
                pub async fn without_shutdown(self) -> Result<Parts<T>> { if any() { Ok(self.into_parts()) } else { Err(any()) } }
                pub fn with_upgrades(self) -> UpgradeableConnection<T, B> { UpgradeableConnection { connection: self } }
            }
            impl<T, B> std::future::Future for Connection<T, B> { type Output = Result<()>; fn resolve(self) -> Result<()> { any() } }
            struct UpgradeableConnection<T, B> { connection: Connection<T, B> }
            impl<T, B> std::future::Future for UpgradeableConnection<T, B> { type Output = Result<()>; fn resolve(self) -> Result<()> { any() } }
            pub struct Parts<T> { pub io: T, pub read_buf: Bytes }
        }

        // A dropped body is a reset stream here; the connection stays.
        pub mod http2 {
            use super::*;
            use std::time::Duration;

            pub async fn handshake<E, T, B>(exec: E, io: T) -> Result<(SendRequest<B>, Connection<T, B, E>)> {
                Builder::new(exec).handshake(io).await
            }

            pub struct SendRequest<B> { body: std::marker::PhantomData<B> }
            impl<B> SendRequest<B> {
                // The body of the request is the connection's to read.
                pub async fn send_request(&mut self, req: Request<B>) -> Result<Response<Incoming>> {
                    let (head, body) = req.into_parts();
                    escape(body);
                    respond((exempt(), head))
                }
                pub async fn try_send_request(&mut self, req: Request<B>) -> std::result::Result<Response<Incoming>, TrySendError<Request<B>>> {
                    let (head, body) = req.into_parts();
                    escape(body);
                    respond((exempt(), head))
                }
                pub fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> { any() }
                pub async fn ready(&mut self) -> Result<()> { any() }
                pub fn is_ready(&self) -> bool { any() }
                pub fn is_closed(&self) -> bool { any() }
            }
            impl<B> Clone for SendRequest<B> { fn clone(&self) -> SendRequest<B> { SendRequest { body: any() } } }

            pub struct Builder<Ex> { exec: Ex }
            impl<Ex> Builder<Ex> {
                pub fn new(exec: Ex) -> Builder<Ex> { Builder { exec } }
                pub async fn handshake<T, B>(&self, io: T) -> Result<(SendRequest<B>, Connection<T, B, Ex>)> {
                    if any() { Ok((SendRequest { body: any() }, Connection { io, types: any() })) } else { Err(any()) }
                }
                pub fn timer<M>(&mut self, timer: M) -> &mut Builder<Ex> { self }
                pub fn initial_stream_window_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
                pub fn initial_connection_window_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
                pub fn initial_max_send_streams(&mut self, initial: impl Into<Option<usize>>) -> &mut Self { self }
                pub fn adaptive_window(&mut self, enabled: bool) -> &mut Self { self }
                pub fn max_frame_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
                pub fn max_header_list_size(&mut self, max: u32) -> &mut Self { self }
                pub fn header_table_size(&mut self, size: impl Into<Option<u32>>) -> &mut Self { self }
                pub fn max_concurrent_streams(&mut self, max: impl Into<Option<u32>>) -> &mut Self { self }
                pub fn keep_alive_interval(&mut self, interval: impl Into<Option<Duration>>) -> &mut Self { self }
                pub fn keep_alive_timeout(&mut self, timeout: Duration) -> &mut Self { self }
                pub fn keep_alive_while_idle(&mut self, enabled: bool) -> &mut Self { self }
                pub fn max_concurrent_reset_streams(&mut self, max: usize) -> &mut Self { self }
                pub fn max_send_buf_size(&mut self, max: usize) -> &mut Self { self }
                pub fn max_pending_accept_reset_streams(&mut self, max: impl Into<Option<usize>>) -> &mut Self { self }
                pub fn max_local_error_reset_streams(&mut self, max: impl Into<Option<usize>>) -> &mut Self { self }
                pub fn reset_stream_duration(&mut self, dur: Duration) -> &mut Self { self }
            }
            impl<Ex: Clone> Clone for Builder<Ex> { fn clone(&self) -> Builder<Ex> { Builder { exec: self.exec.clone() } } }

            pub struct Connection<T, B, E> { io: T, types: std::marker::PhantomData<(B, E)> }
            impl<T, B, E> Connection<T, B, E> {
                pub fn is_extended_connect_protocol_enabled(&self) -> bool { any() }
                pub fn current_max_send_streams(&self) -> usize { any() }
                pub fn current_max_recv_streams(&self) -> usize { any() }
            }
            impl<T, B, E> std::future::Future for Connection<T, B, E> { type Output = Result<()>; fn resolve(self) -> Result<()> { any() } }
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
    impl crate::rt::Read for Upgraded {}
    impl crate::rt::Write for Upgraded {}
    pub struct Parts<T> { pub io: T, pub read_buf: bytes::Bytes }
}

pub mod service {
    pub trait Service<Request> {
        type Response;
        type Error;
        type Future;
        fn call(&self, req: Request) -> Self::Future;
    }
    impl<Request, S: Service<Request> + ?Sized> Service<Request> for &S {
        type Response = S::Response;
        type Error = S::Error;
        type Future = S::Future;
        fn call(&self, req: Request) -> S::Future { (**self).call(req) }
    }
    impl<Request, S: Service<Request> + ?Sized> Service<Request> for std::sync::Arc<S> {
        type Response = S::Response;
        type Error = S::Error;
        type Future = S::Future;
        fn call(&self, req: Request) -> S::Future { (**self).call(req) }
    }
    pub trait HttpService<ReqBody> {}

    pub fn service_fn<F, R, S>(f: F) -> ServiceFn<F, R> where F: Fn(http::Request<R>) -> S { ServiceFn { f, request: any() } }
    struct ServiceFn<F, R> { f: F, request: std::marker::PhantomData<R> }
    impl<F, R, S, B, E> Service<http::Request<R>> for ServiceFn<F, R>
        where F: Fn(http::Request<R>) -> S, S: std::future::Future<Output = Result<http::Response<B>, E>>
    {
        type Response = http::Response<B>;
        type Error = E;
        type Future = S;
        fn call(&self, req: http::Request<R>) -> S { let f = &self.f; f(req) }
    }
}

pub mod rt {
    pub trait Read {}
    pub trait Write {}
    pub trait Executor<Fut> { fn execute(&self, fut: Fut) { escape(fut) } }
    pub trait Timer {}
    pub trait Sleep {}
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
        pub fn is_parse_version_h2(&self) -> bool { any() }
        pub fn is_shutdown(&self) -> bool { any() }
        pub fn is_incomplete_message(&self) -> bool { any() }
        pub fn is_body_write_aborted(&self) -> bool { any() }
        pub fn is_timeout(&self) -> bool { any() }
    }
    impl std::error::Error for Error {}
}
