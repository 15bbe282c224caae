//! tokio-stream 0.1. Its `StreamExt` does the same as the one of futures-util, and stands for it here.
//!
//! Weak spot: the few methods that only this one has (`timeout`, `throttle`, `merge`, `map_while`) are unknown.
#![client(krate = "tokio_stream", versions = ">=0.1, <0.2", features = "full")]

pub use futures_core::Stream;
pub use futures_util::stream::{empty, iter, StreamExt};

pub mod wrappers {
    use futures_core::Stream;

    pub struct ReceiverStream<T>;
    impl<T> ReceiverStream<T> { pub fn new(recv: tokio::sync::mpsc::Receiver<T>) -> ReceiverStream<T> { any() } }
    impl<T> Stream for ReceiverStream<T> { type Item = T; }
    pub struct UnboundedReceiverStream<T>;
    impl<T> UnboundedReceiverStream<T> { pub fn new(recv: tokio::sync::mpsc::UnboundedReceiver<T>) -> UnboundedReceiverStream<T> { any() } }
    impl<T> Stream for UnboundedReceiverStream<T> { type Item = T; }
    pub struct IntervalStream;
    impl IntervalStream { pub fn new(interval: tokio::time::Interval) -> IntervalStream { IntervalStream } }
    impl Stream for IntervalStream { type Item = tokio::time::Instant; }
    pub struct LinesStream<R> { inner: tokio::io::Lines<R> }
    impl<R> LinesStream<R> { pub fn new(lines: tokio::io::Lines<R>) -> LinesStream<R> { LinesStream { inner: lines } } }
    impl<R> Stream for LinesStream<R> { type Item = std::io::Result<String>; }
}
