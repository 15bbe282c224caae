//! futures-core 0.3: `Stream`, which a response becomes with `bytes_stream()` and the like.
#![client(krate = "futures_core", versions = ">=0.3, <0.4")]

pub use future::{FusedFuture, Future, TryFuture};
pub use stream::{FusedStream, Stream, TryStream};

pub mod future {
    use std::pin::Pin;
    pub use std::future::Future;

    pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
    pub type LocalBoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;
    pub trait FusedFuture: Future { fn is_terminated(&self) -> bool { any() } }
    pub trait TryFuture: Future { type Ok; type Error; }
    impl<F, T, E> TryFuture for F where F: ?Sized + Future<Output = Result<T, E>> { type Ok = T; type Error = E; }
}

pub mod stream {
    use std::pin::Pin;
    use std::task::{Context, Poll};

    pub type BoxStream<'a, T> = Pin<Box<dyn Stream<Item = T> + Send + 'a>>;
    pub type LocalBoxStream<'a, T> = Pin<Box<dyn Stream<Item = T> + 'a>>;
    pub trait Stream {
        type Item;
        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            if any() { return Poll::Pending; }
            match step(self) {
                Step::Chunk(item) => Poll::Ready(Some(item)),
                Step::End => Poll::Ready(None),
                Step::Failed(_) => Poll::Ready(Some(any())),
            }
        }
        fn size_hint(&self) -> (usize, Option<usize>) { any() }
        // Of a stream that reads no body itself: its next item. Not in the crate.
        async fn pull(&mut self) -> Option<Self::Item> { any() }
    }
    async fn pull_of<S: Stream>(stream: &mut S) -> Option<S::Item> { stream.pull().await }
    impl<S: ?Sized + Stream + Unpin> Stream for &mut S { type Item = S::Item; }
    impl<S: ?Sized + Stream + Unpin> Stream for Box<S> {
        type Item = S::Item;
        async fn pull(&mut self) -> Option<S::Item> { pull_of(&mut self.value).await }
    }
    impl<P> Stream for Pin<P> where P: std::ops::DerefMut + Unpin, P::Target: Stream {
        type Item = <P::Target as Stream>::Item;
        async fn pull(&mut self) -> Option<<P::Target as Stream>::Item> { pull_of(&mut self.pointer).await }
    }
    pub trait FusedStream: Stream { fn is_terminated(&self) -> bool { any() } }
    pub trait TryStream: Stream { type Ok; type Error; }
    impl<S, T, E> TryStream for S where S: ?Sized + Stream<Item = Result<T, E>> { type Ok = T; type Error = E; }
}
