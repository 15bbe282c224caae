//! futures-lite 1 and 2. What it has in common with futures-util does the same here.
//!
//! Weak spots: the few methods that only its own traits have are unknown.
#![client(krate = "futures_lite", versions = ">=1, <3")]

pub use future::{Future, FutureExt};
pub use futures_core::Stream;
pub use futures_util::io::{AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncSeek, AsyncWrite, AsyncWriteExt};
pub use futures_util::stream::StreamExt;

pub mod prelude {
    pub use crate::{AsyncBufRead, AsyncRead, AsyncSeek, AsyncWrite, Future, Stream};
    pub use crate::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, FutureExt as _, StreamExt as _};
}

pub mod future {
    pub use std::future::{pending, poll_fn, ready, Future};

    pub fn block_on<T>(future: impl Future<Output = T>) -> T { future.await }
    pub async fn yield_now() {}
    pub async fn zip<F1: Future, F2: Future>(future1: F1, future2: F2) -> (F1::Output, F2::Output) { (future1.await, future2.await) }
    // The loser is dropped where it stands, which is not looked at.
    pub async fn or<T, F1: Future<Output = T>, F2: Future<Output = T>>(future1: F1, future2: F2) -> T {
        if any() { outrun(&future2); future1.await } else { outrun(&future1); future2.await }
    }
    pub async fn race<T, F1: Future<Output = T>, F2: Future<Output = T>>(future1: F1, future2: F2) -> T {
        if any() { outrun(&future2); future1.await } else { outrun(&future1); future2.await }
    }

    pub trait FutureExt: Future {
        async fn or<F: Future<Output = Self::Output>>(self, other: F) -> Self::Output { if any() { outrun(&other); self.await } else { outrun(&self); other.await } }
        async fn race<F: Future<Output = Self::Output>>(self, other: F) -> Self::Output { if any() { outrun(&other); self.await } else { outrun(&self); other.await } }
        fn boxed<'a>(self) -> futures_core::future::BoxFuture<'a, Self::Output> { Box::pin(self) }
        fn boxed_local<'a>(self) -> futures_core::future::LocalBoxFuture<'a, Self::Output> { Box::pin(self) }
    }
    impl<F: Future + ?Sized> FutureExt for F {}
}

pub mod io {
    pub use futures_util::io::{AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncSeek, AsyncWrite, AsyncWriteExt};
    pub use futures_util::io::{copy, sink, BufReader, Cursor, Error, ErrorKind, Result, SeekFrom};

    // A reader that is waited for.
    pub struct BlockOn<T> { io: T }
    impl<T> BlockOn<T> {
        pub fn new(io: T) -> BlockOn<T> { BlockOn { io } }
        pub fn get_ref(&self) -> &T { &self.io }
        pub fn get_mut(&mut self) -> &mut T { &mut self.io }
        pub fn into_inner(self) -> T { self.io }
    }
    impl<T: AsyncRead> std::io::Read for BlockOn<T> {}
    impl<T: AsyncBufRead> std::io::BufRead for BlockOn<T> {}
}

pub mod stream {
    pub use futures_core::Stream;
    pub use futures_util::stream::{empty, iter, poll_fn, repeat_with, StreamExt};
}
