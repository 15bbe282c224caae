//! aws-smithy-types 1: `ByteStream`, in which the AWS SDKs leave a large body to the caller.
//!
//! Requests have such bodies, too: by its type alone one owes nothing outside of an SDK's output. The transport is
//! hyper-util's, and what the SDKs give back as plain values they have read, errors included.
#![client(krate = "aws_smithy_types", versions = ">=1, <2", features = "byte-stream-poll-next, http-body-0-4-x, http-body-1-x, rt-tokio", reuse = "one_read")]

pub mod byte_stream {
    use crate::body::SdkBody;
    use bytes::Bytes;
    use std::task::{Context, Poll};

    // It is the `body` of an output.
    #[body]
    #[erased]
    #[fix = "let _ = {}.body.collect().await;"]
    pub struct ByteStream { inner: SdkBody }
    impl ByteStream {
        pub fn new(body: SdkBody) -> ByteStream { ByteStream { inner: body } }
        pub fn from_static(bytes: &'static [u8]) -> ByteStream { any() }
        pub fn into_inner(self) -> SdkBody { SdkBody { inner: self } }
        pub async fn next(&mut self) -> Option<Result<Bytes, error::Error>> {
            match step(self) { Step::Chunk(bytes) => Some(Ok(bytes)), Step::End => None, Step::Failed(e) => Some(Err(e)) }
        }
        pub fn poll_next(self: std::pin::Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, error::Error>>> {
            if any() { return Poll::Pending; }
            match step(self) { Step::Chunk(bytes) => Poll::Ready(Some(Ok(bytes))), Step::End => Poll::Ready(None), Step::Failed(e) => Poll::Ready(Some(Err(e))) }
        }
        pub async fn try_next(&mut self) -> Result<Option<Bytes>, error::Error> {
            match step(self) { Step::Chunk(bytes) => Ok(Some(bytes)), Step::End => Ok(None), Step::Failed(e) => Err(e) }
        }
        pub fn bytes(&self) -> Option<&[u8]> { any() }
        pub fn size_hint(&self) -> (u64, Option<u64>) { any() }
        pub async fn collect(self) -> Result<AggregatedBytes, error::Error> { match step(&self) { Step::Failed(e) => Err(e), _ => { drain(&self); Ok(any()) } } }
        pub fn into_async_read(self) -> impl tokio::io::AsyncBufRead { AsyncReader { stream: self } }
        pub fn map(self, f: impl Fn(SdkBody) -> SdkBody) -> ByteStream { ByteStream { inner: f(SdkBody { inner: self }) } }
        pub fn read_from() -> FsBuilder { FsBuilder }
        pub async fn from_path(path: impl AsRef<std::path::Path>) -> Result<ByteStream, error::Error> { any() }
        pub fn from_body_1_x<T>(body: T) -> ByteStream { ByteStream { inner: SdkBody { inner: body } } }
        pub fn from_body_0_4<T>(body: T) -> ByteStream { ByteStream { inner: SdkBody { inner: body } } }
    }
    impl Default for ByteStream { fn default() -> ByteStream { any() } }
    impl From<SdkBody> for ByteStream { fn from(inp: SdkBody) -> ByteStream { ByteStream { inner: inp } } }
    impl From<Bytes> for ByteStream { fn from(input: Bytes) -> ByteStream { any() } }
    impl From<Vec<u8>> for ByteStream { fn from(input: Vec<u8>) -> ByteStream { any() } }

    struct AsyncReader { stream: ByteStream }
    impl tokio::io::AsyncRead for AsyncReader {}
    impl tokio::io::AsyncBufRead for AsyncReader {}

    pub struct AggregatedBytes;
    impl AggregatedBytes {
        pub fn into_bytes(self) -> Bytes { any() }
        pub fn to_vec(self) -> Vec<u8> { any() }
        pub fn into_segments(self) -> impl Iterator<Item = Bytes> { any() }
    }
    impl bytes::Buf for AggregatedBytes {}

    pub struct FsBuilder;
    impl FsBuilder {
        pub fn new() -> FsBuilder { FsBuilder }
        pub fn path(self, path: impl AsRef<std::path::Path>) -> FsBuilder { self }
        pub fn file(self, file: tokio::fs::File) -> FsBuilder { self }
        pub fn length(self, length: Length) -> FsBuilder { self }
        pub fn buffer_size(self, buffer_size: usize) -> FsBuilder { self }
        pub fn offset(self, offset: u64) -> FsBuilder { self }
        pub async fn build(self) -> Result<ByteStream, error::Error> { any() }
    }
    pub enum Length { Exact(u64), UpTo(u64) }
    pub mod error { pub struct Error; impl std::error::Error for Error {} impl From<Error> for std::io::Error { fn from(err: Error) -> std::io::Error { any() } } }
}

pub mod body {
    // In memory, or whatever was put into it.
    pub struct SdkBody { inner: Inner }
    struct Inner;
    impl SdkBody {
        pub fn empty() -> SdkBody { any() }
        pub fn taken() -> SdkBody { any() }
        pub fn retryable(f: impl Fn() -> SdkBody) -> SdkBody { any() }
        pub fn bytes(&self) -> Option<&[u8]> { any() }
        pub fn try_clone(&self) -> Option<SdkBody> { any() }
        pub fn is_streaming(&self) -> bool { any() }
        pub fn content_length(&self) -> Option<u64> { any() }
        pub fn map(self, f: impl Fn(SdkBody) -> SdkBody) -> SdkBody { f(self) }
    }
    impl http_body::Body for SdkBody { type Data = bytes::Bytes; type Error = Box<dyn std::error::Error + Send + Sync>; }
    impl From<&str> for SdkBody { fn from(s: &str) -> SdkBody { any() } }
    impl From<String> for SdkBody { fn from(s: String) -> SdkBody { any() } }
    impl From<bytes::Bytes> for SdkBody { fn from(bytes: bytes::Bytes) -> SdkBody { any() } }
    impl From<Vec<u8>> for SdkBody { fn from(data: Vec<u8>) -> SdkBody { any() } }
    impl From<&[u8]> for SdkBody { fn from(data: &[u8]) -> SdkBody { any() } }
}

pub struct DateTime;
