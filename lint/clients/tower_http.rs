//! tower-http 0.4 to 0.7: what stands around a client. A service answers what the one inside answers, and a body that is
//! wrapped is read, and dropped, like the one in it.
//!
//! As with `tower`, what is answered is known by types only. `FollowRedirect` drops the bodies of the hops, which no
//! caller sees. Not described: what only servers use (files, CORS, compression, limits of requests, panics).
#![client(krate = "tower_http", versions = ">=0.4, <0.8", features = "add-extension, auth, decompression-full, follow-redirect, map-request-body, map-response-body, propagate-header, request-id, sensitive-headers, set-header, timeout, trace, util")]

use http::{HeaderName, Request, Response};
use http_body::Body;
use tower_layer::Layer;
use tower_service::Service;

// What a service around another gives back, whatever its future is called.
struct Answer<T, E>;
impl<T, E> std::future::Future for Answer<T, E> { type Output = Result<T, E>; }

pub mod decompression {
    use super::*;

    pub struct Decompression<S> { inner: S }
    impl<S> Decompression<S> {
        pub fn new(service: S) -> Self { Decompression { inner: service } }
        pub fn gzip(self, enable: bool) -> Self { self }
        pub fn deflate(self, enable: bool) -> Self { self }
        pub fn br(self, enable: bool) -> Self { self }
        pub fn zstd(self, enable: bool) -> Self { self }
        pub fn no_gzip(self) -> Self { self }
        pub fn no_deflate(self) -> Self { self }
        pub fn no_br(self) -> Self { self }
        pub fn no_zstd(self) -> Self { self }
        pub fn get_ref(&self) -> &S { &self.inner }
        pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
        pub fn into_inner(self) -> S { self.inner }
    }
    impl<S, ReqBody, ResBody> Service<Request<ReqBody>> for Decompression<S> where S: Service<Request<ReqBody>, Response = Response<ResBody>> {
        type Response = Response<DecompressionBody<ResBody>>;
        type Error = S::Error;
        type Future = Answer<Response<DecompressionBody<ResBody>>, S::Error>;
        #[opaque]
        fn call(&mut self, req: Request<ReqBody>) -> Answer<Response<DecompressionBody<ResBody>>, S::Error> { any() }
    }
    impl<S: Clone> Clone for Decompression<S> { fn clone(&self) -> Decompression<S> { Decompression { inner: self.inner.clone() } } }
    pub struct DecompressionLayer;
    impl DecompressionLayer {
        pub fn new() -> DecompressionLayer { DecompressionLayer }
        pub fn gzip(self, enable: bool) -> Self { self }
        pub fn deflate(self, enable: bool) -> Self { self }
        pub fn br(self, enable: bool) -> Self { self }
        pub fn zstd(self, enable: bool) -> Self { self }
        pub fn no_gzip(self) -> Self { self }
        pub fn no_deflate(self) -> Self { self }
        pub fn no_br(self) -> Self { self }
        pub fn no_zstd(self) -> Self { self }
    }
    impl<S> Layer<S> for DecompressionLayer { type Service = Decompression<S>; fn layer(&self, inner: S) -> Decompression<S> { any() } }
    impl Clone for DecompressionLayer {}
    pub struct DecompressionBody<B> { inner: B }
    impl<B> DecompressionBody<B> {
        pub fn get_ref(&self) -> &B { &self.inner }
        pub fn get_mut(&mut self) -> &mut B { &mut self.inner }
        pub fn into_inner(self) -> B { self.inner }
    }
    impl<B: Body> Body for DecompressionBody<B> { type Data = bytes::Bytes; type Error = tower::BoxError; }
}

pub mod follow_redirect {
    use super::*;

    pub struct FollowRedirect<S, P> { inner: S, p: P }
    impl<S, P> FollowRedirect<S, P> {
        pub fn new(inner: S) -> Self { FollowRedirect { inner, p: any() } }
        pub fn with_policy(inner: S, policy: P) -> Self { FollowRedirect { inner, p: policy } }
        pub fn get_ref(&self) -> &S { &self.inner }
        pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
        pub fn into_inner(self) -> S { self.inner }
    }
    impl<S, P, Req> Service<Req> for FollowRedirect<S, P> where S: Service<Req> {
        type Response = S::Response;
        type Error = S::Error;
        type Future = Answer<S::Response, S::Error>;
        #[opaque]
        fn call(&mut self, req: Req) -> Answer<S::Response, S::Error> { any() }
    }
    impl<S: Clone, P: Clone> Clone for FollowRedirect<S, P> { fn clone(&self) -> FollowRedirect<S, P> { FollowRedirect { inner: self.inner.clone(), p: self.p.clone() } } }
    pub struct FollowRedirectLayer<P> { p: P }
    impl<P> FollowRedirectLayer<P> {
        pub fn new() -> Self { any() }
        pub fn with_policy(policy: P) -> Self { FollowRedirectLayer { p: policy } }
    }
    impl<S, P> Layer<S> for FollowRedirectLayer<P> { type Service = FollowRedirect<S, P>; fn layer(&self, inner: S) -> FollowRedirect<S, P> { any() } }
    impl<P> Clone for FollowRedirectLayer<P> {}
    pub mod policy { pub struct Standard; pub struct Limited; impl Limited { pub const fn new(max: usize) -> Limited { Limited } } pub struct SameOrigin; }
}

pub mod timeout {
    use super::*;

    pub struct Timeout<S> { inner: S }
    impl<S> Timeout<S> {
        pub fn new(inner: S, timeout: std::time::Duration) -> Self { Timeout { inner } }
        #[versions = ">=0.6.7"]
        pub fn with_status_code(inner: S, status_code: http::StatusCode, timeout: std::time::Duration) -> Self { Timeout { inner } }
        pub fn get_ref(&self) -> &S { &self.inner }
        pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
        pub fn into_inner(self) -> S { self.inner }
    }
    impl<S, Req> Service<Req> for Timeout<S> where S: Service<Req> {
        type Response = S::Response;
        type Error = S::Error;
        type Future = Answer<S::Response, S::Error>;
        #[opaque]
        fn call(&mut self, req: Req) -> Answer<S::Response, S::Error> { any() }
    }
    impl<S: Clone> Clone for Timeout<S> { fn clone(&self) -> Timeout<S> { Timeout { inner: self.inner.clone() } } }
    pub struct TimeoutLayer;
    impl TimeoutLayer {
        pub const fn new(timeout: std::time::Duration) -> Self { TimeoutLayer }
        #[versions = ">=0.6.7"]
        pub const fn with_status_code(status_code: http::StatusCode, timeout: std::time::Duration) -> Self { TimeoutLayer }
    }
    impl<S> Layer<S> for TimeoutLayer { type Service = Timeout<S>; fn layer(&self, inner: S) -> Timeout<S> { any() } }
    impl Clone for TimeoutLayer {}
    pub struct TimeoutBody<B> { inner: B }
    impl<B> TimeoutBody<B> { pub fn new(timeout: std::time::Duration, body: B) -> TimeoutBody<B> { TimeoutBody { inner: body } } }
    impl<B: Body> Body for TimeoutBody<B> { type Data = B::Data; type Error = tower::BoxError; }
    pub struct ResponseBodyTimeout<S> { inner: S }
    impl<S> ResponseBodyTimeout<S> { pub fn new(service: S, timeout: std::time::Duration) -> Self { ResponseBodyTimeout { inner: service } } }
    impl<S, ReqBody, ResBody> Service<Request<ReqBody>> for ResponseBodyTimeout<S> where S: Service<Request<ReqBody>, Response = Response<ResBody>> {
        type Response = Response<TimeoutBody<ResBody>>;
        type Error = S::Error;
        type Future = Answer<Response<TimeoutBody<ResBody>>, S::Error>;
        #[opaque]
        fn call(&mut self, req: Request<ReqBody>) -> Answer<Response<TimeoutBody<ResBody>>, S::Error> { any() }
    }
    pub struct ResponseBodyTimeoutLayer;
    impl ResponseBodyTimeoutLayer { pub fn new(timeout: std::time::Duration) -> Self { ResponseBodyTimeoutLayer } }
    impl<S> Layer<S> for ResponseBodyTimeoutLayer { type Service = ResponseBodyTimeout<S>; fn layer(&self, inner: S) -> ResponseBodyTimeout<S> { any() } }
}

pub mod trace {
    use super::*;

    pub struct Trace<S, M> { inner: S, m: M }
    impl<S, M> Trace<S, M> {
        pub fn new(inner: S, make_classifier: M) -> Self { Trace { inner, m: make_classifier } }
        pub fn new_for_http(inner: S) -> Self { Trace { inner, m: any() } }
        pub fn new_for_grpc(inner: S) -> Self { Trace { inner, m: any() } }
        pub fn on_request<T>(self, new: T) -> Self { self }
        pub fn on_response<T>(self, new: T) -> Self { self }
        pub fn on_body_chunk<T>(self, new: T) -> Self { self }
        pub fn on_eos<T>(self, new: T) -> Self { self }
        pub fn on_failure<T>(self, new: T) -> Self { self }
        pub fn make_span_with<T>(self, new: T) -> Self { self }
        pub fn get_ref(&self) -> &S { &self.inner }
        pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
        pub fn into_inner(self) -> S { self.inner }
    }
    impl<S, M, ReqBody, ResBody> Service<Request<ReqBody>> for Trace<S, M> where S: Service<Request<ReqBody>, Response = Response<ResBody>> {
        type Response = Response<ResponseBody<ResBody>>;
        type Error = S::Error;
        type Future = Answer<Response<ResponseBody<ResBody>>, S::Error>;
        #[opaque]
        fn call(&mut self, req: Request<ReqBody>) -> Answer<Response<ResponseBody<ResBody>>, S::Error> { any() }
    }
    impl<S: Clone, M: Clone> Clone for Trace<S, M> { fn clone(&self) -> Trace<S, M> { Trace { inner: self.inner.clone(), m: self.m.clone() } } }
    pub struct TraceLayer<M> { m: M }
    impl<M> TraceLayer<M> {
        pub fn new(make_classifier: M) -> Self { TraceLayer { m: make_classifier } }
        pub fn new_for_http() -> Self { any() }
        pub fn new_for_grpc() -> Self { any() }
        pub fn on_request<T>(self, new: T) -> Self { self }
        pub fn on_response<T>(self, new: T) -> Self { self }
        pub fn on_body_chunk<T>(self, new: T) -> Self { self }
        pub fn on_eos<T>(self, new: T) -> Self { self }
        pub fn on_failure<T>(self, new: T) -> Self { self }
        pub fn make_span_with<T>(self, new: T) -> Self { self }
    }
    impl<S, M> Layer<S> for TraceLayer<M> { type Service = Trace<S, M>; fn layer(&self, inner: S) -> Trace<S, M> { any() } }
    impl<M> Clone for TraceLayer<M> {}
    #[unchecked = "it has more type parameters"]
    pub struct ResponseBody<B> { inner: B }
    #[unchecked = "it has more type parameters"]
    impl<B: Body> Body for ResponseBody<B> { type Data = B::Data; type Error = B::Error; }
    pub struct DefaultMakeSpan;
    pub struct DefaultOnRequest;
    pub struct DefaultOnResponse;
}

pub mod map_response_body {
    use super::*;

    pub struct MapResponseBody<S, F> { inner: S, f: F }
    impl<S, F> MapResponseBody<S, F> {
        pub fn new(service: S, f: F) -> Self { MapResponseBody { inner: service, f } }
        pub fn get_ref(&self) -> &S { &self.inner }
        pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
        pub fn into_inner(self) -> S { self.inner }
    }
    impl<S, F, ReqBody, ResBody, NewBody> Service<Request<ReqBody>> for MapResponseBody<S, F> where S: Service<Request<ReqBody>, Response = Response<ResBody>>, F: FnMut(ResBody) -> NewBody {
        type Response = Response<NewBody>;
        type Error = S::Error;
        type Future = Answer<Response<NewBody>, S::Error>;
        #[opaque]
        fn call(&mut self, req: Request<ReqBody>) -> Answer<Response<NewBody>, S::Error> { any() }
    }
    impl<S: Clone, F: Clone> Clone for MapResponseBody<S, F> { fn clone(&self) -> MapResponseBody<S, F> { MapResponseBody { inner: self.inner.clone(), f: self.f.clone() } } }
    pub struct MapResponseBodyLayer<F> { f: F }
    impl<F> MapResponseBodyLayer<F> {
        pub fn new(f: F) -> Self { MapResponseBodyLayer { f } }
    }
    impl<S, F> Layer<S> for MapResponseBodyLayer<F> { type Service = MapResponseBody<S, F>; fn layer(&self, inner: S) -> MapResponseBody<S, F> { any() } }
    impl<F> Clone for MapResponseBodyLayer<F> {}
}

pub mod map_request_body {
    use super::*;

    pub struct MapRequestBody<S, F> { inner: S, f: F }
    impl<S, F> MapRequestBody<S, F> {
        pub fn new(service: S, f: F) -> Self { MapRequestBody { inner: service, f } }
        pub fn get_ref(&self) -> &S { &self.inner }
        pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
        pub fn into_inner(self) -> S { self.inner }
    }
    impl<S, F, Req> Service<Req> for MapRequestBody<S, F> where S: Service<Req> {
        type Response = S::Response;
        type Error = S::Error;
        type Future = Answer<S::Response, S::Error>;
        #[opaque]
        fn call(&mut self, req: Req) -> Answer<S::Response, S::Error> { any() }
    }
    impl<S: Clone, F: Clone> Clone for MapRequestBody<S, F> { fn clone(&self) -> MapRequestBody<S, F> { MapRequestBody { inner: self.inner.clone(), f: self.f.clone() } } }
    pub struct MapRequestBodyLayer<F> { f: F }
    impl<F> MapRequestBodyLayer<F> {
        pub fn new(f: F) -> Self { MapRequestBodyLayer { f } }
    }
    impl<S, F> Layer<S> for MapRequestBodyLayer<F> { type Service = MapRequestBody<S, F>; fn layer(&self, inner: S) -> MapRequestBody<S, F> { any() } }
    impl<F> Clone for MapRequestBodyLayer<F> {}
}

pub mod set_header {
    pub use request::{SetRequestHeader, SetRequestHeaderLayer};
    pub use response::{SetResponseHeader, SetResponseHeaderLayer};

    pub mod request {
        use crate::*;

        pub struct SetRequestHeader<S, M> { inner: S, m: M }
        impl<S, M> SetRequestHeader<S, M> {
            pub fn overriding(inner: S, header_name: HeaderName, make: M) -> Self { SetRequestHeader { inner, m: make } }
            pub fn appending(inner: S, header_name: HeaderName, make: M) -> Self { SetRequestHeader { inner, m: make } }
            pub fn if_not_present(inner: S, header_name: HeaderName, make: M) -> Self { SetRequestHeader { inner, m: make } }
            pub fn get_ref(&self) -> &S { &self.inner }
            pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
            pub fn into_inner(self) -> S { self.inner }
        }
        impl<S, M, Req> Service<Req> for SetRequestHeader<S, M> where S: Service<Req> {
            type Response = S::Response;
            type Error = S::Error;
            type Future = Answer<S::Response, S::Error>;
            #[opaque]
            fn call(&mut self, req: Req) -> Answer<S::Response, S::Error> { any() }
        }
        impl<S: Clone, M: Clone> Clone for SetRequestHeader<S, M> { fn clone(&self) -> SetRequestHeader<S, M> { SetRequestHeader { inner: self.inner.clone(), m: self.m.clone() } } }
        pub struct SetRequestHeaderLayer<M> { m: M }
        impl<M> SetRequestHeaderLayer<M> {
            pub fn overriding(header_name: HeaderName, make: M) -> Self { SetRequestHeaderLayer { m: make } }
            pub fn appending(header_name: HeaderName, make: M) -> Self { SetRequestHeaderLayer { m: make } }
            pub fn if_not_present(header_name: HeaderName, make: M) -> Self { SetRequestHeaderLayer { m: make } }
        }
        impl<S, M> Layer<S> for SetRequestHeaderLayer<M> { type Service = SetRequestHeader<S, M>; fn layer(&self, inner: S) -> SetRequestHeader<S, M> { any() } }
        impl<M> Clone for SetRequestHeaderLayer<M> {}
    }
    pub mod response {
        use crate::*;

        pub struct SetResponseHeader<S, M> { inner: S, m: M }
        impl<S, M> SetResponseHeader<S, M> {
            pub fn overriding(inner: S, header_name: HeaderName, make: M) -> Self { SetResponseHeader { inner, m: make } }
            pub fn appending(inner: S, header_name: HeaderName, make: M) -> Self { SetResponseHeader { inner, m: make } }
            pub fn if_not_present(inner: S, header_name: HeaderName, make: M) -> Self { SetResponseHeader { inner, m: make } }
            pub fn get_ref(&self) -> &S { &self.inner }
            pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
            pub fn into_inner(self) -> S { self.inner }
        }
        impl<S, M, Req> Service<Req> for SetResponseHeader<S, M> where S: Service<Req> {
            type Response = S::Response;
            type Error = S::Error;
            type Future = Answer<S::Response, S::Error>;
            #[opaque]
            fn call(&mut self, req: Req) -> Answer<S::Response, S::Error> { any() }
        }
        impl<S: Clone, M: Clone> Clone for SetResponseHeader<S, M> { fn clone(&self) -> SetResponseHeader<S, M> { SetResponseHeader { inner: self.inner.clone(), m: self.m.clone() } } }
        pub struct SetResponseHeaderLayer<M> { m: M }
        impl<M> SetResponseHeaderLayer<M> {
            pub fn overriding(header_name: HeaderName, make: M) -> Self { SetResponseHeaderLayer { m: make } }
            pub fn appending(header_name: HeaderName, make: M) -> Self { SetResponseHeaderLayer { m: make } }
            pub fn if_not_present(header_name: HeaderName, make: M) -> Self { SetResponseHeaderLayer { m: make } }
        }
        impl<S, M> Layer<S> for SetResponseHeaderLayer<M> { type Service = SetResponseHeader<S, M>; fn layer(&self, inner: S) -> SetResponseHeader<S, M> { any() } }
        impl<M> Clone for SetResponseHeaderLayer<M> {}
    }
}

pub mod auth {
    use super::*;

    pub struct AddAuthorization<S> { inner: S }
    impl<S> AddAuthorization<S> {
        pub fn basic(inner: S, username: &str, password: &str) -> Self { AddAuthorization { inner } }
        pub fn bearer(inner: S, token: &str) -> Self { AddAuthorization { inner } }
        pub fn as_sensitive(self, sensitive: bool) -> Self { self }
        pub fn get_ref(&self) -> &S { &self.inner }
        pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
        pub fn into_inner(self) -> S { self.inner }
    }
    impl<S, Req> Service<Req> for AddAuthorization<S> where S: Service<Req> {
        type Response = S::Response;
        type Error = S::Error;
        type Future = Answer<S::Response, S::Error>;
        #[opaque]
        fn call(&mut self, req: Req) -> Answer<S::Response, S::Error> { any() }
    }
    impl<S: Clone> Clone for AddAuthorization<S> { fn clone(&self) -> AddAuthorization<S> { AddAuthorization { inner: self.inner.clone() } } }
    pub struct AddAuthorizationLayer;
    impl AddAuthorizationLayer {
        pub fn basic(username: &str, password: &str) -> Self { AddAuthorizationLayer }
        pub fn bearer(token: &str) -> Self { AddAuthorizationLayer }
        pub fn as_sensitive(self, sensitive: bool) -> Self { self }
    }
    impl<S> Layer<S> for AddAuthorizationLayer { type Service = AddAuthorization<S>; fn layer(&self, inner: S) -> AddAuthorization<S> { any() } }
    impl Clone for AddAuthorizationLayer {}
    pub mod add_authorization { pub use super::{AddAuthorization, AddAuthorizationLayer}; }
}

pub mod add_extension {
    use super::*;

    pub struct AddExtension<S, T> { inner: S, t: T }
    impl<S, T> AddExtension<S, T> {
        pub fn new(inner: S, value: T) -> Self { AddExtension { inner, t: value } }
        pub fn get_ref(&self) -> &S { &self.inner }
        pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
        pub fn into_inner(self) -> S { self.inner }
    }
    impl<S, T, Req> Service<Req> for AddExtension<S, T> where S: Service<Req> {
        type Response = S::Response;
        type Error = S::Error;
        type Future = Answer<S::Response, S::Error>;
        #[opaque]
        fn call(&mut self, req: Req) -> Answer<S::Response, S::Error> { any() }
    }
    impl<S: Clone, T: Clone> Clone for AddExtension<S, T> { fn clone(&self) -> AddExtension<S, T> { AddExtension { inner: self.inner.clone(), t: self.t.clone() } } }
    pub struct AddExtensionLayer<T> { t: T }
    impl<T> AddExtensionLayer<T> {
        pub fn new(value: T) -> Self { AddExtensionLayer { t: value } }
    }
    impl<S, T> Layer<S> for AddExtensionLayer<T> { type Service = AddExtension<S, T>; fn layer(&self, inner: S) -> AddExtension<S, T> { any() } }
    impl<T> Clone for AddExtensionLayer<T> {}
}

pub mod request_id {
    pub use propagate::{PropagateRequestId, PropagateRequestIdLayer};
    pub use set::{SetRequestId, SetRequestIdLayer};

    mod set {
        use crate::*;

        pub struct SetRequestId<S, M> { inner: S, m: M }
        impl<S, M> SetRequestId<S, M> {
            pub fn new(inner: S, header_name: HeaderName, make_request_id: M) -> Self { SetRequestId { inner, m: make_request_id } }
            pub fn x_request_id(inner: S, make_request_id: M) -> Self { SetRequestId { inner, m: make_request_id } }
            pub fn get_ref(&self) -> &S { &self.inner }
            pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
            pub fn into_inner(self) -> S { self.inner }
        }
        impl<S, M, Req> Service<Req> for SetRequestId<S, M> where S: Service<Req> {
            type Response = S::Response;
            type Error = S::Error;
            type Future = Answer<S::Response, S::Error>;
            #[opaque]
            fn call(&mut self, req: Req) -> Answer<S::Response, S::Error> { any() }
        }
        impl<S: Clone, M: Clone> Clone for SetRequestId<S, M> { fn clone(&self) -> SetRequestId<S, M> { SetRequestId { inner: self.inner.clone(), m: self.m.clone() } } }
        pub struct SetRequestIdLayer<M> { m: M }
        impl<M> SetRequestIdLayer<M> {
            pub fn new(header_name: HeaderName, make_request_id: M) -> Self { SetRequestIdLayer { m: make_request_id } }
            pub fn x_request_id(make_request_id: M) -> Self { SetRequestIdLayer { m: make_request_id } }
        }
        impl<S, M> Layer<S> for SetRequestIdLayer<M> { type Service = SetRequestId<S, M>; fn layer(&self, inner: S) -> SetRequestId<S, M> { any() } }
        impl<M> Clone for SetRequestIdLayer<M> {}
    }
    mod propagate {
        use crate::*;

        pub struct PropagateRequestId<S> { inner: S }
        impl<S> PropagateRequestId<S> {
            pub fn new(inner: S, header_name: HeaderName) -> Self { PropagateRequestId { inner } }
            pub fn x_request_id(inner: S) -> Self { PropagateRequestId { inner } }
            pub fn get_ref(&self) -> &S { &self.inner }
            pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
            pub fn into_inner(self) -> S { self.inner }
        }
        impl<S, Req> Service<Req> for PropagateRequestId<S> where S: Service<Req> {
            type Response = S::Response;
            type Error = S::Error;
            type Future = Answer<S::Response, S::Error>;
            #[opaque]
            fn call(&mut self, req: Req) -> Answer<S::Response, S::Error> { any() }
        }
        impl<S: Clone> Clone for PropagateRequestId<S> { fn clone(&self) -> PropagateRequestId<S> { PropagateRequestId { inner: self.inner.clone() } } }
        pub struct PropagateRequestIdLayer;
        impl PropagateRequestIdLayer {
            pub fn new(header_name: HeaderName) -> Self { PropagateRequestIdLayer }
            pub fn x_request_id() -> Self { PropagateRequestIdLayer }
        }
        impl<S> Layer<S> for PropagateRequestIdLayer { type Service = PropagateRequestId<S>; fn layer(&self, inner: S) -> PropagateRequestId<S> { any() } }
        impl Clone for PropagateRequestIdLayer {}
    }
}

#[unchecked = "one for requests, for responses and for both"]
pub mod sensitive_headers {
    use super::*;

    pub struct SetSensitiveHeaders<S> { inner: S }
    impl<S> SetSensitiveHeaders<S> {
        pub fn new<I>(inner: S, headers: I) -> Self { SetSensitiveHeaders { inner } }
        pub fn get_ref(&self) -> &S { &self.inner }
        pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
        pub fn into_inner(self) -> S { self.inner }
    }
    impl<S, Req> Service<Req> for SetSensitiveHeaders<S> where S: Service<Req> {
        type Response = S::Response;
        type Error = S::Error;
        type Future = Answer<S::Response, S::Error>;
        #[opaque]
        fn call(&mut self, req: Req) -> Answer<S::Response, S::Error> { any() }
    }
    impl<S: Clone> Clone for SetSensitiveHeaders<S> { fn clone(&self) -> SetSensitiveHeaders<S> { SetSensitiveHeaders { inner: self.inner.clone() } } }
    pub struct SetSensitiveHeadersLayer;
    impl SetSensitiveHeadersLayer {
        pub fn new<I>(headers: I) -> Self { SetSensitiveHeadersLayer }
    }
    impl<S> Layer<S> for SetSensitiveHeadersLayer { type Service = SetSensitiveHeaders<S>; fn layer(&self, inner: S) -> SetSensitiveHeaders<S> { any() } }
    impl Clone for SetSensitiveHeadersLayer {}
    pub type SetSensitiveRequestHeaders<S> = SetSensitiveHeaders<S>;
    pub type SetSensitiveRequestHeadersLayer = SetSensitiveHeadersLayer;
    pub type SetSensitiveResponseHeaders<S> = SetSensitiveHeaders<S>;
    pub type SetSensitiveResponseHeadersLayer = SetSensitiveHeadersLayer;
}

pub mod propagate_header {
    use super::*;

    pub struct PropagateHeader<S> { inner: S }
    impl<S> PropagateHeader<S> {
        pub fn new(inner: S, header: HeaderName) -> Self { PropagateHeader { inner } }
        pub fn get_ref(&self) -> &S { &self.inner }
        pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
        pub fn into_inner(self) -> S { self.inner }
    }
    impl<S, Req> Service<Req> for PropagateHeader<S> where S: Service<Req> {
        type Response = S::Response;
        type Error = S::Error;
        type Future = Answer<S::Response, S::Error>;
        #[opaque]
        fn call(&mut self, req: Req) -> Answer<S::Response, S::Error> { any() }
    }
    impl<S: Clone> Clone for PropagateHeader<S> { fn clone(&self) -> PropagateHeader<S> { PropagateHeader { inner: self.inner.clone() } } }
    pub struct PropagateHeaderLayer;
    impl PropagateHeaderLayer {
        pub fn new(header: HeaderName) -> Self { PropagateHeaderLayer }
    }
    impl<S> Layer<S> for PropagateHeaderLayer { type Service = PropagateHeader<S>; fn layer(&self, inner: S) -> PropagateHeader<S> { any() } }
    impl Clone for PropagateHeaderLayer {}
}

pub mod body {
    use super::*;

    // Whatever is in it.
    #[versions = ">=0.5"]
    #[body]
    #[erased]
    #[fix = "let _ = http_body_util::BodyExt::collect({}).await;"]
    pub struct UnsyncBoxBody<D, E> { inner: dyn Body<Data = D, Error = E> }
    #[versions = ">=0.5"]
    impl<D, E> UnsyncBoxBody<D, E> {
        #[versions = ">=0.7"]
        pub fn new<B>(body: B) -> UnsyncBoxBody<D, E> where B: Body<Data = D, Error = E> { UnsyncBoxBody { inner: body } }
    }
    #[versions = ">=0.5"]
    impl<D, E> Body for UnsyncBoxBody<D, E> { type Data = D; type Error = E; }
}

// The same, by their short names, on a `ServiceBuilder`.
pub trait ServiceBuilderExt<L> {
    fn decompression(self) -> tower::ServiceBuilder<tower::layer::util::Stack<decompression::DecompressionLayer, L>> { any() }
    fn follow_redirects(self) -> tower::ServiceBuilder<tower::layer::util::Stack<follow_redirect::FollowRedirectLayer<follow_redirect::policy::Standard>, L>> { any() }
    fn map_response_body<F>(self, f: F) -> tower::ServiceBuilder<tower::layer::util::Stack<map_response_body::MapResponseBodyLayer<F>, L>> { any() }
    fn override_request_header<M>(self, header_name: HeaderName, make: M) -> tower::ServiceBuilder<tower::layer::util::Stack<set_header::SetRequestHeaderLayer<M>, L>> { any() }
    fn append_request_header<M>(self, header_name: HeaderName, make: M) -> tower::ServiceBuilder<tower::layer::util::Stack<set_header::SetRequestHeaderLayer<M>, L>> { any() }
    fn insert_request_header_if_not_present<M>(self, header_name: HeaderName, make: M) -> tower::ServiceBuilder<tower::layer::util::Stack<set_header::SetRequestHeaderLayer<M>, L>> { any() }
}
impl<L> ServiceBuilderExt<L> for tower::ServiceBuilder<L> {}
