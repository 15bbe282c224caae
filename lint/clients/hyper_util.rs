//! hyper-util 0.1: the pooling client (`client::legacy`), and what fits hyper to tokio.
//!
//! Weak spots: what layers made of closures make of a negotiated connection is unknown; the server side is not described.
#![client(krate = "hyper_util", versions = ">=0.1, <0.2", features = "full", reuse = "one_read")]

pub mod client {
    pub mod legacy {
        use http::{Method, Request, Response, Uri};
        use hyper::body::Incoming;
        use std::time::Duration;
        use connect::HttpConnector;

        pub struct Client<C, B> { pool: Pool, types: std::marker::PhantomData<(C, B)> }
        struct Pool;
        impl Client<(), ()> {
            pub fn builder<E>(executor: E) -> Builder { Builder { pool: pool() } }
        }
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
            type Response = Response<Incoming>;
            type Error = Error;
            type Future = ResponseFuture;
            fn call(&mut self, req: Request<B>) -> ResponseFuture { self.request(req) }
        }
        impl<C, B> tower_service::Service<Request<B>> for &Client<C, B> {
            type Response = Response<Incoming>;
            type Error = Error;
            type Future = ResponseFuture;
            fn call(&mut self, req: Request<B>) -> ResponseFuture { self.request(req) }
        }
        // `tower`'s own `oneshot` knows only that some service is called.
        impl<C, B> tower::ServiceExt<Request<B>> for Client<C, B> {
            async fn oneshot(self, req: Request<B>) -> Result<Response<Incoming>, Error> { self.request(req).await }
        }

        pub struct ResponseFuture { pool: Pool, method: Method }
        impl std::future::Future for ResponseFuture {
            type Output = Result<Response<Incoming>, Error>;
            fn resolve(self) -> Result<Response<Incoming>, Error> { respond(self) }
        }

        pub struct Builder { pool: Pool }
        impl Builder {
            pub fn new<E>(executor: E) -> Builder { Builder { pool: pool() } }
            pub fn build<C, B>(&self, connector: C) -> Client<C, B> { Client { pool: self.pool, types: any() } }
            pub fn build_http<B>(&self) -> Client<HttpConnector, B> { Client { pool: self.pool, types: any() } }

            // With `http2_only` a dropped body is a reset stream, and the connection stays. What is never kept cannot be lost.
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
            pub fn http1_max_headers(&mut self, val: usize) -> &mut Self { self }
            pub fn http09_responses(&mut self, val: bool) -> &mut Self { self }
            pub fn http2_only(&mut self, val: bool) -> &mut Self { if val { self.pool = exempt(); } self }
            pub fn http2_max_pending_accept_reset_streams(&mut self, max: impl Into<Option<usize>>) -> &mut Self { self }
            pub fn http2_initial_stream_window_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
            pub fn http2_initial_connection_window_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
            pub fn http2_initial_max_send_streams(&mut self, initial: impl Into<Option<usize>>) -> &mut Self { self }
            pub fn http2_adaptive_window(&mut self, enabled: bool) -> &mut Self { self }
            pub fn http2_max_frame_size(&mut self, sz: impl Into<Option<u32>>) -> &mut Self { self }
            pub fn http2_max_header_list_size(&mut self, max: u32) -> &mut Self { self }
            pub fn http2_header_table_size(&mut self, size: impl Into<Option<u32>>) -> &mut Self { self }
            pub fn http2_keep_alive_interval(&mut self, interval: impl Into<Option<Duration>>) -> &mut Self { self }
            pub fn http2_keep_alive_timeout(&mut self, timeout: Duration) -> &mut Self { self }
            pub fn http2_keep_alive_while_idle(&mut self, enabled: bool) -> &mut Self { self }
            pub fn http2_max_concurrent_reset_streams(&mut self, max: usize) -> &mut Self { self }
            pub fn http2_max_local_error_reset_streams(&mut self, max: impl Into<Option<usize>>) -> &mut Self { self }
            pub fn http2_max_concurrent_streams(&mut self, max: impl Into<Option<u32>>) -> &mut Self { self }
            pub fn timer<M>(&mut self, timer: M) -> &mut Self { self }
            pub fn pool_timer<M>(&mut self, timer: M) -> &mut Self { self }
            pub fn http2_max_send_buf_size(&mut self, max: usize) -> &mut Self { self }
            pub fn retry_canceled_requests(&mut self, val: bool) -> &mut Self { self }
            pub fn set_host(&mut self, val: bool) -> &mut Self { self }
        }
        impl Clone for Builder { fn clone(&self) -> Builder { Builder { pool: self.pool } } }

        pub struct Error;
        impl Error {
            pub fn is_connect(&self) -> bool { any() }
            pub fn connect_info(&self) -> Option<&connect::Connected> { any() }
        }
        impl std::error::Error for Error {}

        pub mod connect {
            use std::time::Duration;

            pub trait Connect {}
            pub trait Connection { fn connected(&self) -> Connected; }
            pub struct Connected;
            impl Connected {
                pub fn new() -> Connected { Connected }
                pub fn proxy(self, is_proxied: bool) -> Connected { self }
                pub fn is_proxied(&self) -> bool { any() }
                pub fn extra<T: Clone>(self, extra: T) -> Connected { escape(extra); self }
                pub fn get_extras(&self, extensions: &mut http::Extensions) {}
                pub fn negotiated_h2(self) -> Connected { self }
                pub fn is_negotiated_h2(&self) -> bool { any() }
                pub fn poison(&self) {}
            }
            pub struct HttpConnector<R = dns::GaiResolver> { resolver: R }
            impl HttpConnector { pub fn new() -> HttpConnector { any() } }
            impl<R> HttpConnector<R> {
                pub fn new_with_resolver(resolver: R) -> HttpConnector<R> { HttpConnector { resolver } }
                pub fn enforce_http(&mut self, is_enforced: bool) {}
                pub fn set_keepalive(&mut self, time: Option<Duration>) {}
                pub fn set_keepalive_interval(&mut self, interval: Option<Duration>) {}
                pub fn set_keepalive_retries(&mut self, retries: Option<u32>) {}
                pub fn set_nodelay(&mut self, nodelay: bool) {}
                pub fn set_send_buffer_size(&mut self, size: Option<usize>) {}
                pub fn set_recv_buffer_size(&mut self, size: Option<usize>) {}
                pub fn set_local_address(&mut self, addr: Option<std::net::IpAddr>) {}
                pub fn set_connect_timeout(&mut self, dur: Option<Duration>) {}
                pub fn set_happy_eyeballs_timeout(&mut self, dur: Option<Duration>) {}
                pub fn set_reuse_address(&mut self, reuse_address: bool) -> &mut Self { self }
            }
            impl<R: Clone> Clone for HttpConnector<R> { fn clone(&self) -> HttpConnector<R> { HttpConnector { resolver: self.resolver.clone() } } }
            pub struct HttpInfo;
            impl HttpInfo {
                pub fn remote_addr(&self) -> std::net::SocketAddr { any() }
                pub fn local_addr(&self) -> std::net::SocketAddr { any() }
            }
            pub mod dns { pub struct GaiResolver; }
        }
    }

    // What is made by a service of services is that service's; the pools keep it, and hand it out.
    pub mod pool {
        pub mod cache {
            use tower_service::Service;

            pub fn builder() -> Builder<Ignore> { Builder { events: Ignore } }
            struct Builder<Ev> { events: Ev }
            struct Ignore;
            struct WithExecutor<E> { executor: E }
            impl<Ev> Builder<Ev> {
                pub fn executor<E>(self, exec: E) -> Builder<WithExecutor<E>> { Builder { events: WithExecutor { executor: exec } } }
                pub fn build<M, Dst>(self, connector: M) -> Cache<M, Dst, Ev> where M: Service<Dst> { Cache { connector, types: any() } }
            }

            struct Cache<M, Dst, Ev> { connector: M, types: std::marker::PhantomData<(Dst, Ev)> }
            impl<M: Service<Dst>, Dst, Ev> Cache<M, Dst, Ev> {
                pub fn retain<F>(&mut self, predicate: F) where F: FnMut(&mut M::Response) -> bool {}
                pub fn is_empty(&self) -> bool { any() }
            }
            impl<M: Service<Dst>, Dst, Ev> Service<Dst> for Cache<M, Dst, Ev> {
                type Response = Cached<M::Response>;
                type Error = M::Error;
                type Future = CacheFuture<M::Future>;
                fn call(&mut self, target: Dst) -> CacheFuture<M::Future> { CacheFuture { making: self.connector.call(target) } }
            }
            struct CacheFuture<F> { making: F }
            impl<S, E, F: std::future::Future<Output = Result<S, E>>> std::future::Future for CacheFuture<F> {
                type Output = Result<Cached<S>, E>;
                fn resolve(self) -> Result<Cached<S>, E> {
                    match self.making.await { Ok(inner) => Ok(Cached { inner }), Err(error) => Err(error) }
                }
            }

            struct Cached<S> { inner: S }
            impl<S> Cached<S> {
                pub fn inner(&self) -> &S { &self.inner }
                pub fn inner_mut(&mut self) -> &mut S { &mut self.inner }
            }
            impl<S: Service<Req>, Req> Service<Req> for Cached<S> {
                type Response = S::Response;
                type Error = S::Error;
                type Future = S::Future;
                fn call(&mut self, req: Req) -> S::Future { self.inner.call(req) }
            }
        }

        pub mod singleton {
            use tower_service::Service;

            pub struct Singleton<M, Dst> { mk_svc: M, types: std::marker::PhantomData<Dst> }
            impl<M: Service<Target>, Target> Singleton<M, Target> {
                pub fn new(mk_svc: M) -> Self { Singleton { mk_svc, types: any() } }
                pub fn retain<F>(&mut self, predicate: F) where F: FnMut(&mut M::Response) -> bool {}
                pub fn is_empty(&self) -> bool { any() }
            }
            impl<M: Service<Target>, Target> Service<Target> for Singleton<M, Target> {
                type Response = Singled<M::Response>;
                type Error = SingletonError;
                type Future = SingletonFuture<M::Future>;
                fn call(&mut self, dst: Target) -> SingletonFuture<M::Future> { SingletonFuture { making: self.mk_svc.call(dst) } }
            }
            struct SingletonError;
            struct SingletonFuture<F> { making: F }
            impl<S, E, F: std::future::Future<Output = Result<S, E>>> std::future::Future for SingletonFuture<F> {
                type Output = Result<Singled<S>, SingletonError>;
                fn resolve(self) -> Result<Singled<S>, SingletonError> {
                    match self.making.await { Ok(inner) => Ok(Singled { inner }), Err(_) => Err(SingletonError) }
                }
            }
            struct Singled<S> { inner: S }
            impl<S: Service<Req>, Req> Service<Req> for Singled<S> {
                type Response = S::Response;
                type Error = S::Error;
                type Future = S::Future;
                fn call(&mut self, req: Req) -> S::Future { self.inner.call(req) }
            }
        }

        // Which of both protocols is spoken is decided by the server: HTTP/2 has nothing to lose, HTTP/1 has.
        pub mod negotiate {
            use tower_layer::Layer;
            use tower_service::Service;

            struct WantsConnect;
            struct WantsInspect;
            struct WantsFallback;
            struct WantsUpgrade;
            pub fn builder() -> Builder<WantsConnect, WantsInspect, WantsFallback, WantsUpgrade> {
                Builder { connect: WantsConnect, inspect: WantsInspect, fallback: WantsFallback, upgrade: WantsUpgrade }
            }
            struct Builder<C, I, L, R> { connect: C, inspect: I, fallback: L, upgrade: R }
            impl<C, I, L, R> Builder<C, I, L, R> {
                pub fn connect<CC>(self, connect: CC) -> Builder<CC, I, L, R> {
                    Builder { connect, inspect: self.inspect, fallback: self.fallback, upgrade: self.upgrade }
                }
                pub fn inspect<II>(self, inspect: II) -> Builder<C, II, L, R> {
                    Builder { connect: self.connect, inspect, fallback: self.fallback, upgrade: self.upgrade }
                }
                pub fn fallback<LL>(self, fallback: LL) -> Builder<C, I, LL, R> {
                    Builder { connect: self.connect, inspect: self.inspect, fallback, upgrade: self.upgrade }
                }
                pub fn upgrade<RR>(self, upgrade: RR) -> Builder<C, I, L, RR> {
                    Builder { connect: self.connect, inspect: self.inspect, fallback: self.fallback, upgrade }
                }
                #[unchecked = "what is required of its types cannot be named"]
                pub fn build<Dst>(self) -> Negotiate<L::Service, R::Service>
                where C: Service<Dst>, L: Layer<Inspector<C, I>>, R: Layer<Inspected<C::Response>>
                {
                    let inspector = Inspector { svc: self.connect, inspect: self.inspect };
                    Negotiate { left: self.fallback.layer(inspector), right: self.upgrade.layer(Inspected { connected: any() }) }
                }
            }

            struct Inspector<M, I> { svc: M, inspect: I }
            impl<M: Service<Target>, I, Target> Service<Target> for Inspector<M, I> {
                type Response = M::Response;
                type Error = M::Error;
                type Future = M::Future;
                fn call(&mut self, target: Target) -> M::Future { self.svc.call(target) }
            }
            struct Inspected<S> { connected: S }
            impl<S> Service<()> for Inspected<S> {
                type Response = S;
                type Error = std::convert::Infallible;
                type Future = std::future::Ready<Result<S, std::convert::Infallible>>;
                fn call(&mut self, target: ()) -> std::future::Ready<Result<S, std::convert::Infallible>> { any() }
            }

            struct Negotiate<L, R> { left: L, right: R }
            impl<L, R> Negotiate<L, R> {
                pub fn fallback_mut(&mut self) -> &mut L { &mut self.left }
                pub fn upgrade_mut(&mut self) -> &mut R { &mut self.right }
            }
            impl<L: Clone, R: Clone> Clone for Negotiate<L, R> { fn clone(&self) -> Negotiate<L, R> { Negotiate { left: self.left.clone(), right: self.right.clone() } } }
            impl<L: Service<Target>, R: Service<()>, Target> Service<Target> for Negotiate<L, R> {
                type Response = Negotiated<L::Response, R::Response>;
                type Error = Box<dyn std::error::Error + Send + Sync>;
                type Future = Negotiating<L::Future, R::Future>;
                fn call(&mut self, dst: Target) -> Negotiating<L::Future, R::Future> {
                    Negotiating { fallback: self.left.call(dst), upgrade: self.right.call(()) }
                }
            }
            struct Negotiating<FL, FR> { fallback: FL, upgrade: FR }
            impl<L, R, EL, ER, FL: std::future::Future<Output = Result<L, EL>>, FR: std::future::Future<Output = Result<R, ER>>> std::future::Future for Negotiating<FL, FR> {
                type Output = Result<Negotiated<L, R>, Box<dyn std::error::Error + Send + Sync>>;
                fn resolve(self) -> Result<Negotiated<L, R>, Box<dyn std::error::Error + Send + Sync>> {
                    match self.fallback.await {
                        Ok(left) => Ok(Negotiated::Fallback(left)),
                        Err(_) => match self.upgrade.await { Ok(right) => Ok(Negotiated::Upgraded(right)), Err(error) => Err(error.into()) },
                    }
                }
            }

            enum Negotiated<L, R> { Fallback(L), Upgraded(R) }
            impl<L, R> Negotiated<L, R> {
                pub fn fallback_ref(&self) -> Option<&L> { match self { Negotiated::Fallback(left) => Some(left), Negotiated::Upgraded(_) => None } }
                pub fn fallback_mut(&mut self) -> Option<&mut L> { match self { Negotiated::Fallback(left) => Some(left), Negotiated::Upgraded(_) => None } }
                pub fn upgraded_ref(&self) -> Option<&R> { match self { Negotiated::Upgraded(right) => Some(right), Negotiated::Fallback(_) => None } }
                pub fn upgraded_mut(&mut self) -> Option<&mut R> { match self { Negotiated::Upgraded(right) => Some(right), Negotiated::Fallback(_) => None } }
            }
            impl<L: Service<Req, Response = Res, Error = E>, R: Service<Req, Response = Res, Error = E>, Req, Res, E> Service<Req> for Negotiated<L, R> {
                type Response = Res;
                type Error = E;
                type Future = NegotiatedFuture<L::Future, R::Future>;
                fn call(&mut self, req: Req) -> NegotiatedFuture<L::Future, R::Future> {
                    match self {
                        Negotiated::Fallback(left) => NegotiatedFuture::Fallback { future: left.call(req) },
                        Negotiated::Upgraded(right) => NegotiatedFuture::Upgraded { future: right.call(req) },
                    }
                }
            }
            enum NegotiatedFuture<L, R> { Fallback { future: L }, Upgraded { future: R } }
            impl<Out, L: std::future::Future<Output = Out>, R: std::future::Future<Output = Out>> std::future::Future for NegotiatedFuture<L, R> {
                type Output = Out;
                fn resolve(self) -> Out {
                    match self { NegotiatedFuture::Fallback { future } => future.await, NegotiatedFuture::Upgraded { future } => future.await }
                }
            }
        }

        pub mod map {
            struct WantsKeyer;
            struct WantsServiceMaker;
            struct Builder<Dst, K, S> { svcs: S, types: std::marker::PhantomData<(Dst, K)> }
            impl<Dst, K, S> Builder<Dst, K, S> {
                pub fn keys<K2, KK>(self, keyer: K2) -> Builder<Dst, K2, S> where K2: Fn(&Dst) -> KK { Builder { svcs: self.svcs, types: any() } }
                pub fn values<S2, SS>(self, svcs: S2) -> Builder<Dst, K, S2> where S2: Fn(&Dst) -> SS { Builder { svcs, types: any() } }
                pub fn build(self) -> Map<S, Dst> { Map { svcs: self.svcs, types: any() } }
            }

            pub struct Map<T, Req> { svcs: T, types: std::marker::PhantomData<Req> }
            impl Map<(), ()> {
                #[unchecked = "what is required of its type cannot be named"]
                pub fn builder<Dst>() -> Builder<Dst, WantsKeyer, WantsServiceMaker> { Builder { svcs: WantsServiceMaker, types: any() } }
            }
            impl<SS, T: Fn(&Req) -> SS, Req> Map<T, Req> {
                // The same one for the same key; what comes out of it does not depend on that.
                #[unchecked = "what is required of its type cannot be named"]
                pub fn service(&mut self, req: &Req) -> &mut SS { let make = &self.svcs; &mut make(req) }
                #[unchecked = "what is required of its type cannot be named"]
                pub fn clear(&mut self) {}
            }
        }
    }
}

pub mod rt {
    pub mod tokio {
        pub struct TokioExecutor;
        impl TokioExecutor { pub fn new() -> TokioExecutor { TokioExecutor } }
        impl Default for TokioExecutor {}
        impl Clone for TokioExecutor {}
        impl<Fut> hyper::rt::Executor<Fut> for TokioExecutor {}

        pub struct TokioIo<T> { inner: T }
        impl<T> TokioIo<T> {
            pub fn new(inner: T) -> TokioIo<T> { TokioIo { inner } }
            pub fn inner(&self) -> &T { &self.inner }
            pub fn inner_mut(&mut self) -> &mut T { &mut self.inner }
            pub fn into_inner(self) -> T { self.inner }
        }
        impl<T> hyper::rt::Read for TokioIo<T> {}
        impl<T> hyper::rt::Write for TokioIo<T> {}
        impl<T> ::tokio::io::AsyncRead for TokioIo<T> {}
        impl<T> ::tokio::io::AsyncWrite for TokioIo<T> {}

        pub struct TokioTimer;
        impl TokioTimer { pub fn new() -> TokioTimer { TokioTimer } }
    }
    pub use self::tokio::{TokioExecutor, TokioIo, TokioTimer};
}
