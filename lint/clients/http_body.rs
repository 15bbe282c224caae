//! http-body 1: the trait of all bodies of the hyper family.
//!
//! Who calls `Body::poll_frame` by its path is followed frame by frame, as with `BodyExt::frame`; as a method of what is
//! pinned it is not found.
//! http-body 0.4 (`poll_data`, `data`) is described together with hyper 0.14.
#![client(krate = "http_body", versions = ">=1, <2")]

use std::pin::Pin;
use std::task::{Context, Poll};

pub trait Body {
    type Data;
    type Error;
    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        if any() { return Poll::Pending; }
        match step(self) {
            Step::Chunk(frame) => Poll::Ready(Some(Ok(frame))),
            Step::End => Poll::Ready(None),
            Step::Failed(e) => Poll::Ready(Some(Err(e))),
        }
    }
    fn is_end_stream(&self) -> bool { any() }
    fn size_hint(&self) -> SizeHint { SizeHint }
}
impl<T: Body + Unpin + ?Sized> Body for &mut T { type Data = T::Data; type Error = T::Error; }
impl<P> Body for Pin<P> where P: Unpin + std::ops::DerefMut, P::Target: Body {
    type Data = <<P as std::ops::Deref>::Target as Body>::Data;
    type Error = <<P as std::ops::Deref>::Target as Body>::Error;
}
impl<T: Body + Unpin + ?Sized> Body for Box<T> { type Data = T::Data; type Error = T::Error; }
impl<B: Body> Body for http::Request<B> { type Data = B::Data; type Error = B::Error; }
impl<B: Body> Body for http::Response<B> { type Data = B::Data; type Error = B::Error; }
impl Body for String { type Data = bytes::Bytes; type Error = std::convert::Infallible; }

pub struct Frame<T> { data: T }
impl<T> Frame<T> {
    pub fn data(buf: T) -> Frame<T> { Frame { data: buf } }
    pub fn trailers(map: http::HeaderMap) -> Frame<T> { any() }
    pub fn map_data<F, D>(self, f: F) -> Frame<D> where F: FnOnce(T) -> D { Frame { data: f(self.data) } }
    pub fn is_data(&self) -> bool { any() }
    pub fn into_data(self) -> Result<T, Frame<T>> { if any() { Ok(self.data) } else { Err(self) } }
    pub fn data_ref(&self) -> Option<&T> { if any() { Some(&self.data) } else { None } }
    pub fn data_mut(&mut self) -> Option<&mut T> { if any() { Some(&mut self.data) } else { None } }
    pub fn is_trailers(&self) -> bool { any() }
    pub fn into_trailers(self) -> Result<http::HeaderMap, Frame<T>> { if any() { Ok(any()) } else { Err(self) } }
    pub fn trailers_ref(&self) -> Option<&http::HeaderMap> { any() }
    pub fn trailers_mut(&mut self) -> Option<&mut http::HeaderMap> { any() }
}

pub struct SizeHint;
impl SizeHint {
    pub fn new() -> SizeHint { SizeHint }
    pub fn with_exact(value: u64) -> SizeHint { SizeHint }
    pub fn lower(&self) -> u64 { any() }
    pub fn set_lower(&mut self, value: u64) {}
    pub fn upper(&self) -> Option<u64> { any() }
    pub fn set_upper(&mut self, value: u64) {}
    pub fn exact(&self) -> Option<u64> { any() }
    pub fn set_exact(&mut self, value: u64) {}
}
