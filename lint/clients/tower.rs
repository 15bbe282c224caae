//! tower: calling a service, and what stands between a caller and a service.
//!
//! A service around another (`Timeout`, `Retry`, what a `ServiceBuilder` makes) answers what the inner one answers, or
//! what its closure makes of that. All of this is known by types only: so a request that owes nothing, such as `HEAD`, is
//! taken for one that does. `oneshot` of a client stands in the client's file, where that is known.
//! A service that tries again drops what it was answered first; no caller can help that, so nothing is said of it.
//! Weak spots: `balance`, `discover`, `load`, `make`, `ready_cache`, `reconnect`, `spawn_ready` and `steer` are not
//! described, nor are hedged requests; a closure of `map_response` and the like is not looked into.
#![client(krate = "tower", versions = ">=0.4, <0.6", features = "full")]

pub use builder::ServiceBuilder;
pub use tower_service::Service;
pub use tower_layer::Layer;
pub use util::{service_fn, ServiceExt};

pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

// What a service around another gives back, whatever its future is called.
struct Answer<T, E>;
impl<T, E> std::future::Future for Answer<T, E> { type Output = Result<T, E>; }

// ------------------------------------------------------------------------------------------ that answer the same

pub mod timeout {
    use crate::{Answer, BoxError};
    use std::time::Duration;
    use tower_service::Service;

    pub struct Timeout<T> { inner: T }
    impl<T> Timeout<T> {
        pub const fn new(inner: T, timeout: Duration) -> Timeout<T> { Timeout { inner } }
        pub fn get_ref(&self) -> &T { &self.inner }
        pub fn get_mut(&mut self) -> &mut T { &mut self.inner }
        pub fn into_inner(self) -> T { self.inner }
    }
    impl<S, Request> Service<Request> for Timeout<S> where S: Service<Request> {
        type Response = S::Response;
        type Error = BoxError;
        type Future = Answer<S::Response, BoxError>;
        #[opaque]
        fn call(&mut self, request: Request) -> Answer<S::Response, BoxError> { any() }
    }
    impl<T: Clone> Clone for Timeout<T> { fn clone(&self) -> Timeout<T> { Timeout { inner: self.inner.clone() } } }
    pub struct TimeoutLayer;
    impl TimeoutLayer { pub const fn new(timeout: Duration) -> TimeoutLayer { TimeoutLayer } }
    impl<S> tower_layer::Layer<S> for TimeoutLayer { type Service = Timeout<S>; fn layer(&self, service: S) -> Timeout<S> { Timeout { inner: service } } }
    pub mod error { pub struct Elapsed; impl std::error::Error for Elapsed {} }
}

pub mod limit {
    pub use concurrency::{ConcurrencyLimit, ConcurrencyLimitLayer, GlobalConcurrencyLimitLayer};
    pub use rate::{RateLimit, RateLimitLayer};

    pub mod concurrency {
        use crate::Answer;
        use tower_service::Service;

        pub struct ConcurrencyLimit<T> { inner: T }
        impl<T> ConcurrencyLimit<T> {
            pub fn new(inner: T, max: usize) -> ConcurrencyLimit<T> { ConcurrencyLimit { inner } }
            pub fn get_ref(&self) -> &T { &self.inner }
            pub fn get_mut(&mut self) -> &mut T { &mut self.inner }
            pub fn into_inner(self) -> T { self.inner }
        }
        impl<S, Request> Service<Request> for ConcurrencyLimit<S> where S: Service<Request> {
            type Response = S::Response;
            type Error = S::Error;
            type Future = Answer<S::Response, S::Error>;
            #[opaque]
            fn call(&mut self, request: Request) -> Answer<S::Response, S::Error> { any() }
        }
        impl<T: Clone> Clone for ConcurrencyLimit<T> { fn clone(&self) -> ConcurrencyLimit<T> { ConcurrencyLimit { inner: self.inner.clone() } } }
        pub struct ConcurrencyLimitLayer;
        impl ConcurrencyLimitLayer { pub const fn new(max: usize) -> ConcurrencyLimitLayer { ConcurrencyLimitLayer } }
        impl<S> tower_layer::Layer<S> for ConcurrencyLimitLayer { type Service = ConcurrencyLimit<S>; fn layer(&self, service: S) -> ConcurrencyLimit<S> { ConcurrencyLimit { inner: service } } }
        pub struct GlobalConcurrencyLimitLayer;
        impl GlobalConcurrencyLimitLayer { pub fn new(max: usize) -> GlobalConcurrencyLimitLayer { GlobalConcurrencyLimitLayer } }
        impl<S> tower_layer::Layer<S> for GlobalConcurrencyLimitLayer { type Service = ConcurrencyLimit<S>; fn layer(&self, service: S) -> ConcurrencyLimit<S> { ConcurrencyLimit { inner: service } } }
    }
    pub mod rate {
        use crate::Answer;
        use tower_service::Service;

        pub struct Rate;
        impl Rate { pub const fn new(num: u64, per: std::time::Duration) -> Rate { Rate } }
        pub struct RateLimit<T> { inner: T }
        impl<T> RateLimit<T> {
            pub fn new(inner: T, rate: Rate) -> RateLimit<T> { RateLimit { inner } }
            pub fn get_ref(&self) -> &T { &self.inner }
            pub fn get_mut(&mut self) -> &mut T { &mut self.inner }
            pub fn into_inner(self) -> T { self.inner }
        }
        impl<S, Request> Service<Request> for RateLimit<S> where S: Service<Request> {
            type Response = S::Response;
            type Error = S::Error;
            type Future = Answer<S::Response, S::Error>;
            #[opaque]
            fn call(&mut self, request: Request) -> Answer<S::Response, S::Error> { any() }
        }
        pub struct RateLimitLayer;
        impl RateLimitLayer { pub const fn new(num: u64, per: std::time::Duration) -> RateLimitLayer { RateLimitLayer } }
        impl<S> tower_layer::Layer<S> for RateLimitLayer { type Service = RateLimit<S>; fn layer(&self, service: S) -> RateLimit<S> { RateLimit { inner: service } } }
    }
}

pub mod load_shed {
    use crate::{Answer, BoxError};
    use tower_service::Service;

    pub struct LoadShed<S> { inner: S }
    impl<S> LoadShed<S> { pub const fn new(inner: S) -> LoadShed<S> { LoadShed { inner } } }
    impl<S, Req> Service<Req> for LoadShed<S> where S: Service<Req> {
        type Response = S::Response;
        type Error = BoxError;
        type Future = Answer<S::Response, BoxError>;
        #[opaque]
        fn call(&mut self, req: Req) -> Answer<S::Response, BoxError> { any() }
    }
    impl<S: Clone> Clone for LoadShed<S> { fn clone(&self) -> LoadShed<S> { LoadShed { inner: self.inner.clone() } } }
    pub struct LoadShedLayer;
    impl LoadShedLayer { pub const fn new() -> LoadShedLayer { LoadShedLayer } }
    impl<S> tower_layer::Layer<S> for LoadShedLayer { type Service = LoadShed<S>; fn layer(&self, service: S) -> LoadShed<S> { LoadShed { inner: service } } }
}

pub mod retry {
    use crate::Answer;
    use tower_service::Service;

    // It is shown the response; one that it does not want is dropped by `Retry`.
    pub trait Policy<Req, Res, E> {
        type Future;
        #[versions = ">=0.5"]
        fn retry(&mut self, req: &mut Req, result: &mut Result<Res, E>) -> Option<Self::Future>;
        #[versions = ">=0.5"]
        fn clone_request(&mut self, req: &Req) -> Option<Req>;
    }
    pub struct Retry<P, S> { policy: P, service: S }
    impl<P, S> Retry<P, S> {
        pub const fn new(policy: P, service: S) -> Retry<P, S> { Retry { policy, service } }
        pub fn get_ref(&self) -> &S { &self.service }
        pub fn get_mut(&mut self) -> &mut S { &mut self.service }
        pub fn into_inner(self) -> S { self.service }
    }
    impl<P, S, Request> Service<Request> for Retry<P, S> where S: Service<Request> {
        type Response = S::Response;
        type Error = S::Error;
        type Future = Answer<S::Response, S::Error>;
        #[opaque]
        fn call(&mut self, request: Request) -> Answer<S::Response, S::Error> { any() }
    }
    impl<P: Clone, S: Clone> Clone for Retry<P, S> { fn clone(&self) -> Retry<P, S> { Retry { policy: self.policy.clone(), service: self.service.clone() } } }
    pub struct RetryLayer<P> { policy: P }
    impl<P> RetryLayer<P> { pub const fn new(policy: P) -> RetryLayer<P> { RetryLayer { policy } } }
    impl<P: Clone, S> tower_layer::Layer<S> for RetryLayer<P> {
        type Service = Retry<P, S>;
        fn layer(&self, service: S) -> Retry<P, S> { Retry { policy: self.policy.clone(), service } }
    }
}

pub mod filter {
    use crate::{Answer, BoxError};
    use tower_service::Service;

    pub trait Predicate<Request> { type Request; fn check(&mut self, request: Request) -> Result<Self::Request, BoxError>; }
    impl<F, T, U, E> Predicate<T> for F where F: FnMut(T) -> Result<U, E> { type Request = U; fn check(&mut self, request: T) -> Result<U, BoxError> { any() } }
    pub struct Filter<T, U> { inner: T, predicate: U }
    impl<T, U> Filter<T, U> {
        pub const fn new(inner: T, predicate: U) -> Filter<T, U> { Filter { inner, predicate } }
        pub fn get_ref(&self) -> &T { &self.inner }
        pub fn get_mut(&mut self) -> &mut T { &mut self.inner }
        pub fn into_inner(self) -> T { self.inner }
    }
    impl<T, U, Request> Service<Request> for Filter<T, U> where U: Predicate<Request>, T: Service<U::Request> {
        type Response = T::Response;
        type Error = BoxError;
        type Future = Answer<T::Response, BoxError>;
        #[opaque]
        fn call(&mut self, request: Request) -> Answer<T::Response, BoxError> { any() }
    }
    pub struct FilterLayer<U> { predicate: U }
    impl<U> FilterLayer<U> { pub const fn new(predicate: U) -> FilterLayer<U> { FilterLayer { predicate } } }
    impl<U: Clone, S> tower_layer::Layer<S> for FilterLayer<U> { type Service = Filter<S, U>; fn layer(&self, service: S) -> Filter<S, U> { Filter { inner: service, predicate: self.predicate.clone() } } }
}

// Before 0.5 it has other type parameters.
#[versions = ">=0.5"]
pub mod buffer {
    use std::future::Future;
    use tower_service::Service;

    pub struct Buffer<Req, F>;
    impl<Req, F> Buffer<Req, F> {
        pub fn new<S>(service: S, bound: usize) -> Buffer<Req, F> where S: Service<Req, Future = F> { any() }
        #[unchecked = "its worker can be of any type here"]
        pub fn pair<S, W>(service: S, bound: usize) -> (Buffer<Req, F>, W) where S: Service<Req, Future = F> { any() }
    }
    impl<Req, F> Clone for Buffer<Req, F> {}
    // What `oneshot` of the trait would give is not found through this type's future.
    impl<Req, Rsp, F, E> Buffer<Req, F> where F: Future<Output = Result<Rsp, E>> {
        #[opaque]
        pub async fn oneshot(self, request: Req) -> Result<Rsp, crate::BoxError> { any() }
    }
    impl<Req, Rsp, F, E> Service<Req> for Buffer<Req, F> where F: Future<Output = Result<Rsp, E>> {
        type Response = Rsp;
        type Error = crate::BoxError;
        type Future = future::ResponseFuture<F>;
        #[opaque]
        fn call(&mut self, request: Req) -> future::ResponseFuture<F> { any() }
    }
    pub struct BufferLayer<Request>;
    impl<Request> BufferLayer<Request> { pub const fn new(bound: usize) -> BufferLayer<Request> { any() } }
    impl<Request, S> tower_layer::Layer<S> for BufferLayer<Request> where S: Service<Request> {
        type Service = Buffer<Request, S::Future>;
        fn layer(&self, service: S) -> Buffer<Request, S::Future> { any() }
    }
    pub mod future {
        pub struct ResponseFuture<F>;
        impl<F, T, E> std::future::Future for ResponseFuture<F> where F: std::future::Future<Output = Result<T, E>> {
            type Output = Result<T, crate::BoxError>;
        }
    }
}

// ------------------------------------------------------------------------------------------ stacks of them

pub mod layer {
    pub use tower_layer::{layer_fn, Layer, LayerFn};
    pub mod util { pub use tower_layer::{Identity, Stack}; }
}

pub mod builder {
    use crate::util;
    use tower_layer::{Identity, Layer, LayerFn, Stack};

    pub struct ServiceBuilder<L> { layer: L }
    impl ServiceBuilder<Identity> { pub const fn new() -> ServiceBuilder<Identity> { ServiceBuilder { layer: Identity } } }
    impl Default for ServiceBuilder<Identity> { fn default() -> ServiceBuilder<Identity> { ServiceBuilder { layer: Identity } } }
    impl<L: Clone> Clone for ServiceBuilder<L> { fn clone(&self) -> ServiceBuilder<L> { ServiceBuilder { layer: self.layer.clone() } } }
    impl<L> ServiceBuilder<L> {
        pub fn layer<T>(self, layer: T) -> ServiceBuilder<Stack<T, L>> { ServiceBuilder { layer: Stack { inner: layer, outer: self.layer } } }
        pub fn option_layer<T>(self, layer: Option<T>) -> ServiceBuilder<Stack<util::Either<T, Identity>, L>> { any() }
        pub fn layer_fn<F>(self, f: F) -> ServiceBuilder<Stack<LayerFn<F>, L>> { self.layer(LayerFn { f }) }
        pub fn buffer<Request>(self, bound: usize) -> ServiceBuilder<Stack<crate::buffer::BufferLayer<Request>, L>> { any() }
        pub fn concurrency_limit(self, max: usize) -> ServiceBuilder<Stack<crate::limit::ConcurrencyLimitLayer, L>> { any() }
        pub fn load_shed(self) -> ServiceBuilder<Stack<crate::load_shed::LoadShedLayer, L>> { any() }
        pub fn rate_limit(self, num: u64, per: std::time::Duration) -> ServiceBuilder<Stack<crate::limit::RateLimitLayer, L>> { any() }
        pub fn retry<P>(self, policy: P) -> ServiceBuilder<Stack<crate::retry::RetryLayer<P>, L>> { any() }
        pub fn timeout(self, timeout: std::time::Duration) -> ServiceBuilder<Stack<crate::timeout::TimeoutLayer, L>> { any() }
        pub fn filter<P>(self, predicate: P) -> ServiceBuilder<Stack<crate::filter::FilterLayer<P>, L>> { any() }
        pub fn map_request<F, R1, R2>(self, f: F) -> ServiceBuilder<Stack<util::MapRequestLayer<F>, L>> where F: FnMut(R1) -> R2 { self.layer(util::MapRequestLayer { f }) }
        pub fn map_response<F>(self, f: F) -> ServiceBuilder<Stack<util::MapResponseLayer<F>, L>> { self.layer(util::MapResponseLayer { f }) }
        pub fn map_err<F>(self, f: F) -> ServiceBuilder<Stack<util::MapErrLayer<F>, L>> { self.layer(util::MapErrLayer { f }) }
        pub fn and_then<F>(self, f: F) -> ServiceBuilder<Stack<util::AndThenLayer<F>, L>> { self.layer(util::AndThenLayer { f }) }
        pub fn then<F>(self, f: F) -> ServiceBuilder<Stack<util::ThenLayer<F>, L>> { self.layer(util::ThenLayer { f }) }
        pub fn map_result<F>(self, f: F) -> ServiceBuilder<Stack<util::MapResultLayer<F>, L>> { self.layer(util::MapResultLayer { f }) }
        pub fn check_clone(self) -> Self { self }
        pub fn check_service_clone<S>(self) -> Self { self }
        pub fn check_service<S, T, U, E>(self) -> Self { self }
        pub fn into_inner(self) -> L { self.layer }
        #[opaque]
        pub fn service<S>(&self, service: S) -> L::Service where L: Layer<S> { any() }
        #[opaque]
        pub fn service_fn<F>(self, f: F) -> L::Service where L: Layer<util::ServiceFn<F>> { any() }
    }
    impl<S, L: Layer<S>> Layer<S> for ServiceBuilder<L> { type Service = L::Service; #[opaque] fn layer(&self, inner: S) -> L::Service { any() } }
}

pub mod util {
    use crate::Answer;
    use std::future::Future;
    use tower_layer::Layer;
    use tower_service::Service;
    #[versions = ">=0.5"]
    pub use boxed::BoxCloneSyncService;
    pub use boxed::{BoxCloneService, BoxService, UnsyncBoxService};

    pub trait ServiceExt<Request>: Service<Request> {
        async fn ready(&mut self) -> Result<&mut Self, Self::Error> { if any() { Ok(self) } else { Err(any()) } }
        async fn ready_oneshot(self) -> Result<Self, Self::Error> { if any() { Ok(self) } else { Err(any()) } }
        #[opaque]
        async fn oneshot(self, req: Request) -> Result<Self::Response, Self::Error> { any() }
        fn and_then<F>(self, f: F) -> AndThen<Self, F> { AndThen { inner: self, f } }
        fn map_response<F, Response>(self, f: F) -> MapResponse<Self, F> where F: FnOnce(Self::Response) -> Response { MapResponse { inner: self, f } }
        fn map_err<F, Error>(self, f: F) -> MapErr<Self, F> where F: FnOnce(Self::Error) -> Error { MapErr { inner: self, f } }
        fn map_result<F, Response, Error>(self, f: F) -> MapResult<Self, F> where F: FnOnce(Result<Self::Response, Self::Error>) -> Result<Response, Error> { MapResult { inner: self, f } }
        fn map_request<F, NewRequest>(self, f: F) -> MapRequest<Self, F> where F: FnMut(NewRequest) -> Request { MapRequest { inner: self, f } }
        fn filter<F, NewRequest>(self, filter: F) -> crate::filter::Filter<Self, F> where F: crate::filter::Predicate<NewRequest> { crate::filter::Filter { inner: self, predicate: filter } }
        fn then<F, Response, Error, Fut>(self, f: F) -> Then<Self, F> where F: FnOnce(Result<Self::Response, Self::Error>) -> Fut, Fut: Future<Output = Result<Response, Error>> { Then { inner: self, f } }
        fn boxed(self) -> BoxService<Request, Self::Response, Self::Error> { any() }
        fn boxed_clone(self) -> BoxCloneService<Request, Self::Response, Self::Error> { any() }
    }
    impl<T: ?Sized, Request> ServiceExt<Request> for T where T: Service<Request> {}

    pub struct MapResponse<S, F> { inner: S, f: F }
    impl<S, F, Request, Response> Service<Request> for MapResponse<S, F> where S: Service<Request>, F: FnOnce(S::Response) -> Response {
        type Response = Response;
        type Error = S::Error;
        type Future = Answer<Response, S::Error>;
        #[opaque]
        fn call(&mut self, request: Request) -> Answer<Response, S::Error> { any() }
    }
    pub struct MapResponseLayer<F> { f: F }
    impl<F> MapResponseLayer<F> { pub fn new(f: F) -> MapResponseLayer<F> { MapResponseLayer { f } } }
    impl<S, F> Layer<S> for MapResponseLayer<F> { type Service = MapResponse<S, F>; fn layer(&self, inner: S) -> MapResponse<S, F> { any() } }

    pub struct MapErr<S, F> { inner: S, f: F }
    impl<S, F, Request, Error> Service<Request> for MapErr<S, F> where S: Service<Request>, F: FnOnce(S::Error) -> Error {
        type Response = S::Response;
        type Error = Error;
        type Future = Answer<S::Response, Error>;
        #[opaque]
        fn call(&mut self, request: Request) -> Answer<S::Response, Error> { any() }
    }
    pub struct MapErrLayer<F> { f: F }
    impl<F> MapErrLayer<F> { pub fn new(f: F) -> MapErrLayer<F> { MapErrLayer { f } } }
    impl<S, F> Layer<S> for MapErrLayer<F> { type Service = MapErr<S, F>; fn layer(&self, inner: S) -> MapErr<S, F> { any() } }

    pub struct MapResult<S, F> { inner: S, f: F }
    impl<S, F, Request, Response, Error> Service<Request> for MapResult<S, F>
        where S: Service<Request>, F: FnOnce(Result<S::Response, S::Error>) -> Result<Response, Error>
    {
        type Response = Response;
        type Error = Error;
        type Future = Answer<Response, Error>;
        #[opaque]
        fn call(&mut self, request: Request) -> Answer<Response, Error> { any() }
    }
    pub struct MapResultLayer<F> { f: F }
    impl<F> MapResultLayer<F> { pub fn new(f: F) -> MapResultLayer<F> { MapResultLayer { f } } }
    impl<S, F> Layer<S> for MapResultLayer<F> { type Service = MapResult<S, F>; fn layer(&self, inner: S) -> MapResult<S, F> { any() } }

    pub struct MapRequest<S, F> { inner: S, f: F }
    impl<S, F, R1, R2> Service<R1> for MapRequest<S, F> where S: Service<R2>, F: FnMut(R1) -> R2 {
        type Response = S::Response;
        type Error = S::Error;
        type Future = Answer<S::Response, S::Error>;
        #[opaque]
        fn call(&mut self, request: R1) -> Answer<S::Response, S::Error> { any() }
    }
    pub struct MapRequestLayer<F> { f: F }
    impl<F> MapRequestLayer<F> { pub fn new(f: F) -> MapRequestLayer<F> { MapRequestLayer { f } } }
    impl<S, F> Layer<S> for MapRequestLayer<F> { type Service = MapRequest<S, F>; fn layer(&self, inner: S) -> MapRequest<S, F> { any() } }

    pub struct AndThen<S, F> { inner: S, f: F }
    impl<S, F, Request, Fut, Response, Error> Service<Request> for AndThen<S, F>
        where S: Service<Request>, F: FnOnce(S::Response) -> Fut, Fut: Future<Output = Result<Response, Error>>
    {
        type Response = Response;
        type Error = Error;
        type Future = Answer<Response, Error>;
        #[opaque]
        fn call(&mut self, request: Request) -> Answer<Response, Error> { any() }
    }
    pub struct AndThenLayer<F> { f: F }
    impl<F> AndThenLayer<F> { pub fn new(f: F) -> AndThenLayer<F> { AndThenLayer { f } } }
    impl<S, F> Layer<S> for AndThenLayer<F> { type Service = AndThen<S, F>; fn layer(&self, inner: S) -> AndThen<S, F> { any() } }

    pub struct Then<S, F> { inner: S, f: F }
    impl<S, F, Request, Fut, Response, Error> Service<Request> for Then<S, F>
        where S: Service<Request>, F: FnOnce(Result<S::Response, S::Error>) -> Fut, Fut: Future<Output = Result<Response, Error>>
    {
        type Response = Response;
        type Error = Error;
        type Future = Answer<Response, Error>;
        #[opaque]
        fn call(&mut self, request: Request) -> Answer<Response, Error> { any() }
    }
    pub struct ThenLayer<F> { f: F }
    impl<F> ThenLayer<F> { pub fn new(f: F) -> ThenLayer<F> { ThenLayer { f } } }
    impl<S, F> Layer<S> for ThenLayer<F> { type Service = Then<S, F>; fn layer(&self, inner: S) -> Then<S, F> { any() } }

    pub enum Either<A, B> { #[versions = ">=0.5"] Left(A), #[versions = ">=0.5"] Right(B) }
    impl<A, B, Request> Service<Request> for Either<A, B> where A: Service<Request>, B: Service<Request, Response = A::Response> {
        type Response = A::Response;
        type Error = A::Error;
        type Future = Answer<A::Response, A::Error>;
        #[opaque]
        fn call(&mut self, request: Request) -> Answer<A::Response, A::Error> { any() }
    }
    impl<S, A, B> Layer<S> for Either<A, B> where A: Layer<S>, B: Layer<S> {
        type Service = Either<A::Service, B::Service>;
        fn layer(&self, inner: S) -> Either<A::Service, B::Service> { any() }
    }

    pub fn option_layer<L>(layer: Option<L>) -> Either<L, tower_layer::Identity> { any() }
    pub fn service_fn<T>(f: T) -> ServiceFn<T> { ServiceFn { f } }
    pub struct ServiceFn<T> { f: T }
    impl<T, F, Request, R, E> Service<Request> for ServiceFn<T> where T: FnMut(Request) -> F, F: Future<Output = Result<R, E>> {
        type Response = R;
        type Error = E;
        type Future = F;
        fn call(&mut self, req: Request) -> F { let f = &mut self.f; f(req) }
    }
    impl<T: Clone> Clone for ServiceFn<T> { fn clone(&self) -> ServiceFn<T> { ServiceFn { f: self.f.clone() } } }

    mod boxed {
        use tower_service::Service;

        pub struct BoxService<T, U, E>;
        impl<T, U, E> BoxService<T, U, E> { pub fn new<S>(inner: S) -> BoxService<T, U, E> where S: Service<T, Response = U, Error = E> { any() } }
        impl<T, U, E> Service<T> for BoxService<T, U, E> {
            type Response = U;
            type Error = E;
            type Future = futures_core::future::BoxFuture<'static, Result<U, E>>;
            #[opaque]
            fn call(&mut self, req: T) -> futures_core::future::BoxFuture<'static, Result<U, E>> { any() }
        }
        pub struct UnsyncBoxService<T, U, E>;
        impl<T, U, E> UnsyncBoxService<T, U, E> { pub fn new<S>(inner: S) -> UnsyncBoxService<T, U, E> where S: Service<T, Response = U, Error = E> { any() } }
        impl<T, U, E> Service<T> for UnsyncBoxService<T, U, E> {
            type Response = U;
            type Error = E;
            type Future = futures_core::future::LocalBoxFuture<'static, Result<U, E>>;
            #[opaque]
            fn call(&mut self, req: T) -> futures_core::future::LocalBoxFuture<'static, Result<U, E>> { any() }
        }
        pub struct BoxCloneService<T, U, E>;
        impl<T, U, E> BoxCloneService<T, U, E> { pub fn new<S>(inner: S) -> BoxCloneService<T, U, E> where S: Service<T, Response = U, Error = E> { any() } }
        impl<T, U, E> Service<T> for BoxCloneService<T, U, E> {
            type Response = U;
            type Error = E;
            type Future = futures_core::future::BoxFuture<'static, Result<U, E>>;
            #[opaque]
            fn call(&mut self, req: T) -> futures_core::future::BoxFuture<'static, Result<U, E>> { any() }
        }
        impl<T, U, E> Clone for BoxCloneService<T, U, E> {}
        #[versions = ">=0.5"]
        pub struct BoxCloneSyncService<T, U, E>;
        #[versions = ">=0.5"]
        impl<T, U, E> BoxCloneSyncService<T, U, E> { pub fn new<S>(inner: S) -> BoxCloneSyncService<T, U, E> where S: Service<T, Response = U, Error = E> { any() } }
        #[versions = ">=0.5"]
        impl<T, U, E> Service<T> for BoxCloneSyncService<T, U, E> {
            type Response = U;
            type Error = E;
            type Future = futures_core::future::BoxFuture<'static, Result<U, E>>;
            #[opaque]
            fn call(&mut self, req: T) -> futures_core::future::BoxFuture<'static, Result<U, E>> { any() }
        }
        #[versions = ">=0.5"]
        impl<T, U, E> Clone for BoxCloneSyncService<T, U, E> {}
    }
}
