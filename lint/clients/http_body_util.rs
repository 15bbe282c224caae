//! http-body-util 0.1: what reads a body, and what wraps it.
//!
//! A wrapper keeps the body in a field, so whatever reads the wrapper reads the body. `Full`, `Empty`, `Collected`
//! hold bytes in memory and owe nothing.
//! Weak spot: a `Limited` that was boxed or mapped first is taken for a body without a limit.
#![client(krate = "http_body_util", versions = ">=0.1, <0.2", features = "channel")]

use bytes::{Buf, Bytes};
use futures_core::Stream;
use http::HeaderMap;
use http_body::{Body, Frame};
use std::convert::Infallible;

pub trait BodyExt: Body {
    async fn frame(&mut self) -> Option<Result<Frame<Self::Data>, Self::Error>> {
        match step(self) { Step::Chunk(frame) => Some(Ok(frame)), Step::End => None, Step::Failed(e) => Some(Err(e)) }
    }
    async fn collect(self) -> Result<Collected<Self::Data>, Self::Error> {
        match step(&self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } }
    }

    fn map_frame<F, B>(self, f: F) -> combinators::MapFrame<Self, F> where F: FnMut(Frame<Self::Data>) -> Frame<B>, B: Buf {
        combinators::MapFrame { inner: self, f }
    }
    fn map_err<F, E>(self, f: F) -> combinators::MapErr<Self, F> where F: FnMut(Self::Error) -> E { combinators::MapErr { inner: self, f } }
    fn inspect_frame<F>(self, f: F) -> combinators::InspectFrame<Self, F> where F: FnMut(&Frame<Self::Data>) {
        combinators::InspectFrame { inner: self, f }
    }
    fn inspect_err<F>(self, f: F) -> combinators::InspectErr<Self, F> where F: FnMut(&Self::Error) {
        combinators::InspectErr { inner: self, f }
    }
    fn boxed(self) -> combinators::BoxBody<Self::Data, Self::Error> { combinators::BoxBody { inner: self } }
    fn boxed_unsync(self) -> combinators::UnsyncBoxBody<Self::Data, Self::Error> { combinators::UnsyncBoxBody { inner: self } }
    fn with_trailers<F>(self, trailers: F) -> combinators::WithTrailers<Self, F>
        where F: std::future::Future<Output = Option<Result<HeaderMap, Self::Error>>> { combinators::WithTrailers { inner: self, trailers } }
    fn into_stream(self) -> BodyStream<Self> { BodyStream { body: self } }
    fn into_data_stream(self) -> BodyDataStream<Self> { BodyDataStream { body: self } }
    fn fuse(self) -> combinators::Fuse<Self> { combinators::Fuse { inner: self } }
}
impl<T: ?Sized> BodyExt for T where T: Body {}

// ------------------------------------------------------------------------------------------ wrappers

pub mod combinators {
    use http_body::{Body, Frame};

    // Whatever is in it: a connection's body, or bytes in memory. By its type alone nothing is known to be owed.
    #[body]
    #[erased]
    #[fix = "let _ = http_body_util::BodyExt::collect({}).await;"]
    pub struct BoxBody<D, E> { inner: dyn Body<Data = D, Error = E> }
    impl<D, E> BoxBody<D, E> {
        pub fn new<B>(body: B) -> BoxBody<D, E> where B: Body<Data = D, Error = E> { BoxBody { inner: body } }
    }
    impl<D, E> Body for BoxBody<D, E> { type Data = D; type Error = E; }
    impl<D, E> Default for BoxBody<D, E> {}

    #[body]
    #[erased]
    #[fix = "let _ = http_body_util::BodyExt::collect({}).await;"]
    pub struct UnsyncBoxBody<D, E> { inner: dyn Body<Data = D, Error = E> }
    impl<D, E> UnsyncBoxBody<D, E> {
        pub fn new<B>(body: B) -> UnsyncBoxBody<D, E> where B: Body<Data = D, Error = E> { UnsyncBoxBody { inner: body } }
    }
    impl<D, E> Body for UnsyncBoxBody<D, E> { type Data = D; type Error = E; }
    impl<D, E> Default for UnsyncBoxBody<D, E> {}

    pub struct MapFrame<B, F> { inner: B, f: F }
    impl<B, F> MapFrame<B, F> {
        pub fn get_ref(&self) -> &B { &self.inner }
        pub fn get_mut(&mut self) -> &mut B { &mut self.inner }
        pub fn into_inner(self) -> B { self.inner }
    }
    impl<B, F, B2> Body for MapFrame<B, F> where B: Body, F: FnMut(Frame<B::Data>) -> Frame<B2> { type Data = B2; type Error = B::Error; }

    pub struct MapErr<B, F> { inner: B, f: F }
    impl<B, F> MapErr<B, F> {
        pub fn get_ref(&self) -> &B { &self.inner }
        pub fn get_mut(&mut self) -> &mut B { &mut self.inner }
        pub fn into_inner(self) -> B { self.inner }
    }
    impl<B, F, E> Body for MapErr<B, F> where B: Body, F: FnMut(B::Error) -> E { type Data = B::Data; type Error = E; }

    pub struct InspectFrame<B, F> { inner: B, f: F }
    impl<B, F> InspectFrame<B, F> {
        pub fn get_ref(&self) -> &B { &self.inner }
        pub fn get_mut(&mut self) -> &mut B { &mut self.inner }
        pub fn into_inner(self) -> B { self.inner }
    }
    impl<B: Body, F> Body for InspectFrame<B, F> { type Data = B::Data; type Error = B::Error; }

    pub struct InspectErr<B, F> { inner: B, f: F }
    impl<B, F> InspectErr<B, F> {
        pub fn get_ref(&self) -> &B { &self.inner }
        pub fn get_mut(&mut self) -> &mut B { &mut self.inner }
        pub fn into_inner(self) -> B { self.inner }
    }
    impl<B: Body, F> Body for InspectErr<B, F> { type Data = B::Data; type Error = B::Error; }

    pub struct WithTrailers<T, F> { inner: T, trailers: F }
    impl<T: Body, F> Body for WithTrailers<T, F> { type Data = T::Data; type Error = T::Error; }

    pub struct Fuse<B> { inner: B }
    impl<B> Fuse<B> { pub fn new(body: B) -> Fuse<B> { Fuse { inner: body } } }
    impl<B: Body> Body for Fuse<B> { type Data = B::Data; type Error = B::Error; }
}

// Beyond the limit comes an error, and the rest stays unread. These two are `BodyExt`'s methods.
pub struct Limited<B> { inner: B }
impl<B: Body> Limited<B> {
    pub fn new(inner: B, limit: usize) -> Limited<B> { Limited { inner } }
    pub async fn frame(&mut self) -> Option<Result<Frame<B::Data>, Box<dyn std::error::Error + Send + Sync>>> {
        match step(self) {
            Step::Chunk(frame) => if any() { Some(Ok(frame)) } else { Some(Err(any())) },
            Step::End => None,
            Step::Failed(e) => Some(Err(e)),
        }
    }
    pub async fn collect(self) -> Result<Collected<B::Data>, Box<dyn std::error::Error + Send + Sync>> {
        match step(&self) {
            Step::Failed(e) => Err(e),
            _ => if any() { drain(self); Ok(any()) } else { read_some(&self); Err(any()) },
        }
    }
}
impl<B: Body> Body for Limited<B> { type Data = B::Data; type Error = Box<dyn std::error::Error + Send + Sync>; }
pub struct LengthLimitError;
impl std::error::Error for LengthLimitError {}

pub enum Either<L, R> { Left(L), Right(R) }
impl<L> Either<L, L> {
    pub fn into_inner(self) -> L { match self { Either::Left(left) => left, Either::Right(right) => right } }
}
impl<L: Body, R: Body<Data = L::Data>> Body for Either<L, R> { type Data = L::Data; type Error = Box<dyn std::error::Error + Send + Sync>; }

// ------------------------------------------------------------------------------------------ streams

pub struct BodyStream<B> { body: B }
impl<B> BodyStream<B> { pub fn new(body: B) -> BodyStream<B> { BodyStream { body } } }
impl<B: Body> Body for BodyStream<B> { type Data = B::Data; type Error = B::Error; }
impl<B: Body> Stream for BodyStream<B> { type Item = Result<Frame<B::Data>, B::Error>; }

pub struct BodyDataStream<B> { body: B }
impl<B> BodyDataStream<B> { pub fn new(body: B) -> BodyDataStream<B> { BodyDataStream { body } } }
impl<B: Body> Stream for BodyDataStream<B> { type Item = Result<B::Data, B::Error>; }

pub struct StreamBody<S> { stream: S }
impl<S> StreamBody<S> { pub fn new(stream: S) -> StreamBody<S> { StreamBody { stream } } }
impl<S, D, E> Body for StreamBody<S> where S: Stream<Item = Result<Frame<D>, E>> { type Data = D; type Error = E; }
impl<S: Stream> Stream for StreamBody<S> { type Item = S::Item; }

// ------------------------------------------------------------------------------------------ bodies in memory

pub struct Collected<B>;
impl<B: Buf> Collected<B> {
    pub fn trailers(&self) -> Option<&HeaderMap> { any() }
    pub fn aggregate(self) -> impl Buf { any() }
    pub fn to_bytes(self) -> Bytes { any() }
}
impl<B> Body for Collected<B> { type Data = B; type Error = Infallible; }

pub struct Full<D> { data: D }
impl<D: Buf> Full<D> {
    pub fn new(data: D) -> Full<D> { Full { data } }
    pub fn into_inner(self) -> Option<D> { if any() { Some(self.data) } else { None } }
}
impl<D> Body for Full<D> { type Data = D; type Error = Infallible; }
impl<D> Default for Full<D> {}
impl<D> Clone for Full<D> {}
impl<D> From<Bytes> for Full<D> { fn from(bytes: Bytes) -> Full<D> { any() } }
impl<D> From<Vec<u8>> for Full<D> { fn from(vec: Vec<u8>) -> Full<D> { any() } }
impl<D> From<String> for Full<D> { fn from(string: String) -> Full<D> { any() } }
impl<D> From<&'static str> for Full<D> { fn from(slice: &'static str) -> Full<D> { any() } }

pub struct Empty<D>;
impl<D> Empty<D> { pub const fn new() -> Empty<D> { any() } }
impl<D> Body for Empty<D> { type Data = D; type Error = Infallible; }
impl<D> Default for Empty<D> {}
impl<D> Clone for Empty<D> {}

pub mod channel {
    pub struct Channel<D, E = std::convert::Infallible>;
    impl<D, E> Channel<D, E> { pub fn new(buffer: usize) -> (Sender<D, E>, Channel<D, E>) { any() } }
    impl<D, E> http_body::Body for Channel<D, E> { type Data = D; type Error = E; }
    pub struct Sender<D, E = std::convert::Infallible>;
    impl<D, E> Sender<D, E> {
        pub async fn send(&mut self, frame: http_body::Frame<D>) -> Result<(), SendError> { any() }
        pub async fn send_data(&mut self, buf: D) -> Result<(), SendError> { any() }
        pub async fn send_trailers(&mut self, trailers: http::HeaderMap) -> Result<(), SendError> { any() }
        pub fn try_send(&mut self, frame: http_body::Frame<D>) -> Result<(), http_body::Frame<D>> { any() }
        pub fn abort(self, error: E) {}
    }
    pub struct SendError;
}
pub use channel::Channel;
