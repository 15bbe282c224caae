//! futures 0.3: futures-util under shorter names, with an executor and channels.
#![client(krate = "futures", versions = ">=0.3, <0.4")]

pub use futures_core::future::{Future, TryFuture};
pub use futures_core::stream::{Stream, TryStream};
pub use futures_util::future::{FutureExt, TryFutureExt};
pub use futures_util::io::{AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncSeek, AsyncWrite, AsyncWriteExt};
pub use futures_util::sink::{Sink, SinkExt};
pub use futures_util::stream::{StreamExt, TryStreamExt};
pub use futures_util::{future, io, sink, stream, task};

pub mod prelude {
    pub use crate::{future, sink, stream};
    pub use crate::{AsyncBufRead, AsyncRead, AsyncSeek, AsyncWrite, Future, Sink, Stream, TryFuture, TryStream};
    #[unchecked = "they come without names, `as _`"]
    pub use crate::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, FutureExt, SinkExt, StreamExt, TryFutureExt, TryStreamExt};
}

pub mod executor {
    pub fn block_on<F: std::future::Future>(f: F) -> F::Output { f.await }
}

// What is sent is handed off, what is received is unknown.
pub mod channel {
    pub mod mpsc {
        pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) { any() }
        pub fn unbounded<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) { any() }
        pub struct Sender<T>;
        impl<T> Sender<T> {
            pub fn try_send(&mut self, msg: T) -> Result<(), TrySendError<T>> { escape(msg); any() }
            pub fn start_send(&mut self, msg: T) -> Result<(), SendError> { escape(msg); any() }
        }
        impl<T> Clone for Sender<T> { fn clone(&self) -> Sender<T> { any() } }
        impl<T> futures_util::sink::Sink<T> for Sender<T> { type Error = SendError; }
        pub struct UnboundedSender<T>;
        impl<T> UnboundedSender<T> {
            pub fn unbounded_send(&self, msg: T) -> Result<(), TrySendError<T>> { escape(msg); any() }
            pub fn start_send(&mut self, msg: T) -> Result<(), SendError> { escape(msg); any() }
        }
        impl<T> Clone for UnboundedSender<T> { fn clone(&self) -> UnboundedSender<T> { any() } }
        impl<T> futures_util::sink::Sink<T> for UnboundedSender<T> { type Error = SendError; }
        pub struct Receiver<T>;
        impl<T> Receiver<T> { pub fn close(&mut self) {} }
        impl<T> futures_core::Stream for Receiver<T> { type Item = T; }
        pub struct UnboundedReceiver<T>;
        impl<T> UnboundedReceiver<T> { pub fn close(&mut self) {} }
        impl<T> futures_core::Stream for UnboundedReceiver<T> { type Item = T; }
        pub struct SendError;
        pub struct TrySendError<T>;
    }
    pub mod oneshot {
        pub fn channel<T>() -> (Sender<T>, Receiver<T>) { any() }
        pub struct Sender<T>;
        impl<T> Sender<T> { pub fn send(self, t: T) -> Result<(), T> { escape(t); any() } pub fn is_canceled(&self) -> bool { any() } }
        pub struct Receiver<T>;
        impl<T> Receiver<T> { pub fn try_recv(&mut self) -> Result<Option<T>, Canceled> { any() } pub fn close(&mut self) {} }
        impl<T> std::future::Future for Receiver<T> { type Output = Result<T, Canceled>; fn resolve(self) -> Result<T, Canceled> { any() } }
        pub struct Canceled;
    }
}
