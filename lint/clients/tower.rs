//! tower: calling a service.
//!
//! `oneshot` of a client stands in the client's file, where it is known what it gives.
//! A boxed or buffered service is known by its types only: what it answers is what they say.
//! Weak spot: what comes through a layer or a stack of them (`ServiceBuilder`, `Timeout`, `Retry`) is unknown.
#![client(krate = "tower", versions = ">=0.4, <0.6", features = "buffer, util")]

pub use tower_service::Service;
pub use util::{service_fn, ServiceExt};
pub use tower_layer::Layer;

pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

pub mod buffer {
    use std::future::Future;
    use tower_service::Service;

    pub struct Buffer<Req, F>;
    impl<Req, F> Buffer<Req, F> {
        #[versions = ">=0.5"]
        pub fn new<S>(service: S, bound: usize) -> Buffer<Req, F> { any() }
    }
    impl<Req, Rsp, F, E> Buffer<Req, F> where F: Future<Output = Result<Rsp, E>> {
        #[opaque]
        pub async fn oneshot(self, request: Req) -> Result<Rsp, crate::BoxError> { any() }
    }
    impl<Req, F> Clone for Buffer<Req, F> {}
    impl<Req, Rsp, F, E> Service<Req> for Buffer<Req, F> where F: Future<Output = Result<Rsp, E>> {
        type Response = Rsp;
        type Error = crate::BoxError;
        type Future = future::ResponseFuture<F>;
        #[opaque]
        fn call(&mut self, request: Req) -> future::ResponseFuture<F> { any() }
    }
    pub mod future {
        pub struct ResponseFuture<F>;
        impl<F, T, E> std::future::Future for ResponseFuture<F> where F: std::future::Future<Output = Result<T, E>> {
            type Output = Result<T, crate::BoxError>;
        }
    }
}

pub mod layer {
    pub use tower_layer::Layer;
}

pub mod util {
    use std::future::Future;
    use tower_service::Service;

    pub trait ServiceExt<Request>: Service<Request> {
        async fn ready(&mut self) -> Result<&mut Self, Self::Error> { if any() { Ok(self) } else { Err(any()) } }
        async fn ready_oneshot(self) -> Result<Self, Self::Error> { if any() { Ok(self) } else { Err(any()) } }
        async fn oneshot(self, req: Request) -> Result<Self::Response, Self::Error> { self.call(req).await }
        fn map_response<F, Response>(self, f: F) -> MapResponse<Self, F> where F: FnOnce(Self::Response) -> Response { MapResponse { inner: self, f } }
        fn map_err<F, Error>(self, f: F) -> MapErr<Self, F> where F: FnOnce(Self::Error) -> Error { MapErr { inner: self, f } }
        fn map_request<F, NewRequest>(self, f: F) -> MapRequest<Self, F> where F: FnMut(NewRequest) -> Request { MapRequest { inner: self, f } }
        fn boxed(self) -> BoxService<Request, Self::Response, Self::Error> { any() }
        fn boxed_clone(self) -> BoxCloneService<Request, Self::Response, Self::Error> { any() }
    }
    impl<T: ?Sized, Request> ServiceExt<Request> for T where T: Service<Request> {}

    pub struct MapResponse<S, F> { inner: S, f: F }
    pub struct MapErr<S, F> { inner: S, f: F }
    pub struct MapRequest<S, F> { inner: S, f: F }

    pub struct BoxService<T, U, E>;
    impl<T, U, E> BoxService<T, U, E> { pub fn new<S>(inner: S) -> BoxService<T, U, E> where S: Service<T, Response = U, Error = E> { any() } }
    impl<T, U, E> BoxService<T, U, E> {
        #[opaque]
        pub async fn oneshot(self, req: T) -> Result<U, E> { any() }
    }
    impl<T, U, E> Service<T> for BoxService<T, U, E> {
        type Response = U;
        type Error = E;
        type Future = futures_core::future::BoxFuture<'static, Result<U, E>>;
        #[opaque]
        fn call(&mut self, req: T) -> futures_core::future::BoxFuture<'static, Result<U, E>> { any() }
    }
    pub struct BoxCloneService<T, U, E>;
    impl<T, U, E> BoxCloneService<T, U, E> { pub fn new<S>(inner: S) -> BoxCloneService<T, U, E> where S: Service<T, Response = U, Error = E> { any() } }
    impl<T, U, E> Clone for BoxCloneService<T, U, E> {}
    impl<T, U, E> BoxCloneService<T, U, E> {
        #[opaque]
        pub async fn oneshot(self, req: T) -> Result<U, E> { any() }
    }
    impl<T, U, E> Service<T> for BoxCloneService<T, U, E> {
        type Response = U;
        type Error = E;
        type Future = futures_core::future::BoxFuture<'static, Result<U, E>>;
        #[opaque]
        fn call(&mut self, req: T) -> futures_core::future::BoxFuture<'static, Result<U, E>> { any() }
    }

    pub fn service_fn<T>(f: T) -> ServiceFn<T> { ServiceFn { f } }
    pub struct ServiceFn<T> { f: T }
    impl<T, F, Request, R, E> Service<Request> for ServiceFn<T> where T: FnMut(Request) -> F, F: Future<Output = Result<R, E>> {
        type Response = R;
        type Error = E;
        type Future = F;
        fn call(&mut self, req: Request) -> F { let f = &mut self.f; f(req) }
    }
}
