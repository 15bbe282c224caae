//! tokio-util 0.7: between streams and readers, and the compatibility of tokio's traits with those of futures.
#![client(krate = "tokio_util", versions = ">=0.7, <0.8", features = "full")]

pub mod io {
    use futures_core::Stream;
    use tokio::io::{AsyncBufRead, AsyncRead, AsyncWrite};

    pub struct StreamReader<S, B> { inner: S, chunk: Option<B> }
    impl<S, B> StreamReader<S, B> {
        pub fn new(stream: S) -> StreamReader<S, B> where S: Stream { StreamReader { inner: stream, chunk: None } }
        pub fn get_ref(&self) -> &S { &self.inner }
        pub fn get_mut(&mut self) -> &mut S { &mut self.inner }
        pub fn into_inner(self) -> S { self.inner }
        pub fn into_inner_with_chunk(self) -> (S, Option<B>) { (self.inner, any()) }
    }
    impl<S: Stream, B> AsyncRead for StreamReader<S, B> {}
    impl<S: Stream, B> AsyncBufRead for StreamReader<S, B> {}

    pub struct ReaderStream<R> { reader: R }
    impl<R: AsyncRead> ReaderStream<R> {
        pub fn new(reader: R) -> ReaderStream<R> { ReaderStream { reader } }
        pub fn with_capacity(reader: R, capacity: usize) -> ReaderStream<R> { ReaderStream { reader } }
    }
    impl<R: AsyncRead> Stream for ReaderStream<R> { type Item = std::io::Result<bytes::Bytes>; }

    pub struct SyncIoBridge<T> { src: T }
    impl<T> SyncIoBridge<T> {
        pub fn new(src: T) -> SyncIoBridge<T> { SyncIoBridge { src } }
        pub fn new_with_handle(src: T, rt: tokio::runtime::Handle) -> SyncIoBridge<T> { SyncIoBridge { src } }
        pub fn into_inner(self) -> T { self.src }
        pub fn shutdown(&mut self) -> std::io::Result<()> where T: AsyncWrite { any() }
    }
    impl<T: AsyncRead> std::io::Read for SyncIoBridge<T> {}
    impl<T: AsyncBufRead> std::io::BufRead for SyncIoBridge<T> {}
    impl<T: AsyncWrite> std::io::Write for SyncIoBridge<T> {}

    pub struct InspectReader<R, F> { reader: R, f: F }
    impl<R, F> InspectReader<R, F> {
        pub fn new(reader: R, f: F) -> InspectReader<R, F> where R: AsyncRead, F: FnMut(&[u8]) { InspectReader { reader, f } }
        pub fn get_ref(&self) -> &R { &self.reader }
        pub fn get_mut(&mut self) -> &mut R { &mut self.reader }
        pub fn into_inner(self) -> R { self.reader }
    }
    impl<R: AsyncRead, F> AsyncRead for InspectReader<R, F> {}
}

pub mod compat {
    pub struct Compat<T> { inner: T }
    impl<T> Compat<T> {
        pub fn get_ref(&self) -> &T { &self.inner }
        pub fn get_mut(&mut self) -> &mut T { &mut self.inner }
        pub fn into_inner(self) -> T { self.inner }
    }
    impl<T: futures_util::io::AsyncRead> tokio::io::AsyncRead for Compat<T> {}
    impl<T: futures_util::io::AsyncBufRead> tokio::io::AsyncBufRead for Compat<T> {}
    impl<T: futures_util::io::AsyncWrite> tokio::io::AsyncWrite for Compat<T> {}
    impl<T: tokio::io::AsyncRead> futures_util::io::AsyncRead for Compat<T> {}
    impl<T: tokio::io::AsyncBufRead> futures_util::io::AsyncBufRead for Compat<T> {}
    impl<T: tokio::io::AsyncWrite> futures_util::io::AsyncWrite for Compat<T> {}

    pub trait FuturesAsyncReadCompatExt: futures_util::io::AsyncRead { fn compat(self) -> Compat<Self> { Compat { inner: self } } }
    impl<T: futures_util::io::AsyncRead> FuturesAsyncReadCompatExt for T {}
    pub trait FuturesAsyncWriteCompatExt: futures_util::io::AsyncWrite { fn compat_write(self) -> Compat<Self> { Compat { inner: self } } }
    impl<T: futures_util::io::AsyncWrite> FuturesAsyncWriteCompatExt for T {}
    pub trait TokioAsyncReadCompatExt: tokio::io::AsyncRead { fn compat(self) -> Compat<Self> { Compat { inner: self } } }
    impl<T: tokio::io::AsyncRead> TokioAsyncReadCompatExt for T {}
    pub trait TokioAsyncWriteCompatExt: tokio::io::AsyncWrite { fn compat_write(self) -> Compat<Self> { Compat { inner: self } } }
    impl<T: tokio::io::AsyncWrite> TokioAsyncWriteCompatExt for T {}
}

pub mod codec {
    pub trait Decoder { type Item; type Error; }
    pub struct LinesCodec;
    impl LinesCodec {
        pub fn new() -> LinesCodec { LinesCodec }
        pub fn new_with_max_length(max_length: usize) -> LinesCodec { LinesCodec }
    }
    impl Decoder for LinesCodec { type Item = String; type Error = LinesCodecError; }
    pub struct LinesCodecError;
    pub struct BytesCodec;
    impl BytesCodec { pub fn new() -> BytesCodec { BytesCodec } }
    impl Decoder for BytesCodec { type Item = bytes::BytesMut; type Error = std::io::Error; }

    pub struct FramedRead<T, D> { inner: T, decoder: D }
    impl<T, D> FramedRead<T, D> {
        pub fn new(inner: T, decoder: D) -> FramedRead<T, D> { FramedRead { inner, decoder } }
        pub fn with_capacity(inner: T, decoder: D, capacity: usize) -> FramedRead<T, D> { FramedRead { inner, decoder } }
        pub fn get_ref(&self) -> &T { &self.inner }
        pub fn get_mut(&mut self) -> &mut T { &mut self.inner }
        pub fn into_inner(self) -> T { self.inner }
    }
    impl<T: tokio::io::AsyncRead, D: Decoder> futures_core::Stream for FramedRead<T, D> { type Item = Result<D::Item, D::Error>; }
}

pub mod sync {
    pub struct CancellationToken;
    impl CancellationToken {
        pub fn new() -> CancellationToken { CancellationToken }
        pub fn child_token(&self) -> CancellationToken { CancellationToken }
        pub fn cancel(&self) {}
        pub fn is_cancelled(&self) -> bool { any() }
        pub async fn cancelled(&self) {}
        pub async fn cancelled_owned(self) {}
        pub async fn run_until_cancelled<F>(&self, fut: F) -> Option<F::Output> where F: std::future::Future {
            if any() { Some(fut.await) } else { outrun(fut); None }
        }
    }
    impl Clone for CancellationToken { fn clone(&self) -> CancellationToken { CancellationToken } }
    impl Default for CancellationToken {}
}

pub mod task {
    use std::future::Future;
    use tokio::task::JoinHandle;

    pub struct TaskTracker;
    impl TaskTracker {
        pub fn new() -> TaskTracker { TaskTracker }
        #[apart] pub fn spawn<F>(&self, task: F) -> JoinHandle<F::Output> where F: Future { JoinHandle { output: task.await } }
        #[apart] pub fn spawn_blocking<F, T>(&self, task: F) -> JoinHandle<T> where F: FnOnce() -> T { JoinHandle { output: task() } }
        pub async fn track_future<F: Future>(&self, future: F) -> F::Output { future.await }
        pub async fn wait(&self) {}
        pub fn close(&self) -> bool { any() }
    }
    impl Clone for TaskTracker { fn clone(&self) -> TaskTracker { TaskTracker } }
}
