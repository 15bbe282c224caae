//! futures-util 0.3: what is done to futures and streams.
//!
//! A stream that holds a body reads it piece by piece, whatever is wrapped around it: a closure given to an adapter is
//! then looked at by itself. Any other stream is a stream of values, and its adapters do what they do (`pull`).
//! The methods that end in a value are written as `async fn`, since only their awaited value matters.
//! Weak spot: what enters a sink is handed off.
#![client(krate = "futures_util", versions = ">=0.3, <0.4", features = "default, channel, io, sink")]

pub use future::{Future, FutureExt, TryFuture, TryFutureExt};
pub use io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt};
pub use sink::{Sink, SinkExt};
pub use stream::{Stream, StreamExt, TryStream, TryStreamExt};

// ------------------------------------------------------------------------------------------ futures

pub mod future {
    use std::pin::Pin;
    pub use futures_core::future::{BoxFuture, FusedFuture, Future, LocalBoxFuture, TryFuture};
    pub use std::future::{pending, poll_fn, ready, Pending, PollFn, Ready};

    pub trait FutureExt: Future {
        async fn map<U, F>(self, f: F) -> U where F: FnOnce(Self::Output) -> U { f(self.await) }
        async fn map_into<U>(self) -> U where Self::Output: Into<U> { self.await.into() }
        async fn then<Fut, F>(self, f: F) -> Fut::Output where F: FnOnce(Self::Output) -> Fut, Fut: Future { f(self.await).await }
        async fn inspect<F>(self, f: F) -> Self::Output where F: FnOnce(&Self::Output) { let x = self.await; f(&x); x }
        async fn flatten(self) -> <Self::Output as Future>::Output where Self::Output: Future { self.await.await }
        async fn unit_error(self) -> Result<Self::Output, ()> { Ok(self.await) }
        async fn never_error(self) -> Result<Self::Output, std::convert::Infallible> { Ok(self.await) }
        async fn catch_unwind(self) -> std::thread::Result<Self::Output> { if any() { Ok(self.await) } else { cancel(self); Err(any()) } }
        async fn shared(self) -> Self::Output where Self::Output: Clone { escape(self.await); any() }
        #[unchecked(output = "as good as the future itself")]
        fn fuse(self) -> Self { self }
        fn left_future<B>(self) -> Either<Self, B> { Either::Left(self) }
        fn right_future<A>(self) -> Either<A, Self> { Either::Right(self) }
        fn boxed<'a>(self) -> BoxFuture<'a, Self::Output> { Box::pin(self) }
        fn boxed_local<'a>(self) -> LocalBoxFuture<'a, Self::Output> { Box::pin(self) }
        fn into_stream(self) -> crate::stream::Once<Self> { crate::stream::Once { item: Some(self) } }
        fn now_or_never(self) -> Option<Self::Output> { if any() { Some(self.await) } else { None } }
    }
    impl<T: ?Sized> FutureExt for T where T: Future {}

    pub trait TryFutureExt: TryFuture {
        async fn map_ok<T, F>(self, f: F) -> Result<T, Self::Error> where F: FnOnce(Self::Ok) -> T {
            match self.await { Ok(x) => Ok(f(x)), Err(e) => Err(e) }
        }
        async fn map_ok_or_else<T, E, F>(self, e: E, f: F) -> T where F: FnOnce(Self::Ok) -> T, E: FnOnce(Self::Error) -> T {
            match self.await { Ok(x) => f(x), Err(error) => e(error) }
        }
        async fn map_err<E, F>(self, f: F) -> Result<Self::Ok, E> where F: FnOnce(Self::Error) -> E {
            match self.await { Ok(x) => Ok(x), Err(e) => Err(f(e)) }
        }
        async fn err_into<E>(self) -> Result<Self::Ok, E> where Self::Error: Into<E> { match self.await { Ok(x) => Ok(x), Err(e) => Err(e.into()) } }
        async fn ok_into<U>(self) -> Result<U, Self::Error> where Self::Ok: Into<U> { match self.await { Ok(x) => Ok(x.into()), Err(e) => Err(e) } }
        async fn and_then<Fut, F>(self, f: F) -> Result<Fut::Ok, Self::Error> where F: FnOnce(Self::Ok) -> Fut, Fut: TryFuture<Error = Self::Error> {
            match self.await { Ok(x) => f(x).await, Err(e) => Err(e) }
        }
        async fn or_else<Fut, F>(self, f: F) -> Result<Self::Ok, Fut::Error> where F: FnOnce(Self::Error) -> Fut, Fut: TryFuture<Ok = Self::Ok> {
            match self.await { Ok(x) => Ok(x), Err(e) => f(e).await }
        }
        async fn inspect_ok<F>(self, f: F) -> Result<Self::Ok, Self::Error> where F: FnOnce(&Self::Ok) {
            match self.await { Ok(x) => { f(&x); Ok(x) } Err(e) => Err(e) }
        }
        async fn inspect_err<F>(self, f: F) -> Result<Self::Ok, Self::Error> where F: FnOnce(&Self::Error) {
            match self.await { Ok(x) => Ok(x), Err(e) => { f(&e); Err(e) } }
        }
        async fn unwrap_or_else<F>(self, f: F) -> Self::Ok where F: FnOnce(Self::Error) -> Self::Ok { match self.await { Ok(x) => x, Err(e) => f(e) } }
        #[unchecked(output = "as good as the future itself")]
        fn into_future(self) -> Self { self }
    }
    impl<Fut: ?Sized + TryFuture> TryFutureExt for Fut {}

    pub enum Either<A, B> { Left(A), Right(B) }
    impl<T> Either<T, T> {
        pub fn into_inner(self) -> T { match self { Either::Left(x) => x, Either::Right(x) => x } }
    }
    impl<A, B, T> Either<(T, A), (T, B)> {
        pub fn factor_first(self) -> (T, Either<A, B>) { match self { Either::Left((x, a)) => (x, Either::Left(a)), Either::Right((x, b)) => (x, Either::Right(b)) } }
    }
    impl<A: Future, B: Future<Output = A::Output>> Future for Either<A, B> {
        type Output = A::Output;
        fn resolve(self) -> A::Output { match self { Either::Left(a) => a.await, Either::Right(b) => b.await } }
    }
    impl<A: futures_core::Stream, B: futures_core::Stream<Item = A::Item>> futures_core::Stream for Either<A, B> { type Item = A::Item; }

    // Futures of their own in the crate; here it matters only what they give.
    pub async fn ok<T, E>(t: T) -> Result<T, E> { Ok(t) }
    pub async fn err<T, E>(err: E) -> Result<T, E> { Err(err) }
    pub async fn lazy<F, R>(f: F) -> R where F: FnOnce(&mut std::task::Context<'_>) -> R { f(any()) }

    pub async fn join<Fut1, Fut2>(future1: Fut1, future2: Fut2) -> (Fut1::Output, Fut2::Output) where Fut1: Future, Fut2: Future {
        (future1.await, future2.await)
    }
    pub async fn join3<Fut1: Future, Fut2: Future, Fut3: Future>(
        future1: Fut1, future2: Fut2, future3: Fut3,
    ) -> (Fut1::Output, Fut2::Output, Fut3::Output) {
        (future1.await, future2.await, future3.await)
    }
    pub async fn join4<Fut1: Future, Fut2: Future, Fut3: Future, Fut4: Future>(
        future1: Fut1, future2: Fut2, future3: Fut3, future4: Fut4,
    ) -> (Fut1::Output, Fut2::Output, Fut3::Output, Fut4::Output) {
        (future1.await, future2.await, future3.await, future4.await)
    }
    // The error of one ends the others where they stand, which is not looked at, and drops what is already there, which is.
    pub async fn try_join<Fut1, Fut2>(future1: Fut1, future2: Fut2) -> Result<(Fut1::Ok, Fut2::Ok), Fut1::Error>
        where Fut1: TryFuture, Fut2: TryFuture<Error = Fut1::Error>
    {
        let first = future1.await?;
        let second = future2.await?;
        Ok((first, second))
    }
    pub async fn try_join3<Fut1: TryFuture, Fut2: TryFuture<Error = Fut1::Error>, Fut3: TryFuture<Error = Fut1::Error>>(
        future1: Fut1, future2: Fut2, future3: Fut3,
    ) -> Result<(Fut1::Ok, Fut2::Ok, Fut3::Ok), Fut1::Error> {
        let first = future1.await?;
        let second = future2.await?;
        let third = future3.await?;
        Ok((first, second, third))
    }
    pub async fn join_all<I>(iter: I) -> Vec<<I::Item as Future>::Output> where I: IntoIterator, I::Item: Future {
        let mut all = Vec { item: None };
        for future in iter { std::vec::keep(&mut all.item, future.await); }
        all
    }
    pub async fn try_join_all<I>(iter: I) -> Result<Vec<<I::Item as TryFuture>::Ok>, <I::Item as TryFuture>::Error>
        where I: IntoIterator, I::Item: TryFuture
    {
        let mut all = Vec { item: None };
        for future in iter { std::vec::keep(&mut all.item, future.await?); }
        Ok(all)
    }

    // The loser is handed back, unfinished.
    pub async fn select<A, B>(future1: A, future2: B) -> Either<(A::Output, B), (B::Output, A)> where A: Future, B: Future {
        if any() { Either::Left((future1.await, future2)) } else { Either::Right((future2.await, future1)) }
    }
    pub async fn try_select<A, B>(future1: A, future2: B) -> Result<Either<(A::Ok, B), (B::Ok, A)>, Either<(A::Error, B), (B::Error, A)>>
        where A: TryFuture, B: TryFuture
    {
        if any() {
            match future1.await { Ok(x) => Ok(Either::Left((x, future2))), Err(e) => Err(Either::Left((e, future2))) }
        } else {
            match future2.await { Ok(x) => Ok(Either::Right((x, future1))), Err(e) => Err(Either::Right((e, future1))) }
        }
    }
    pub async fn select_all<I>(iter: I) -> (<I::Item as Future>::Output, usize, Vec<I::Item>) where I: IntoIterator, I::Item: Future {
        let all = iter.into_iter();
        let first = all.next();
        cancel(all);
        match first { Some(future) => (future.await, any(), any()), None => panic!() }
    }
    pub async fn select_ok<I>(iter: I) -> Result<(<I::Item as TryFuture>::Ok, Vec<I::Item>), <I::Item as TryFuture>::Error>
        where I: IntoIterator, I::Item: TryFuture
    {
        let all = iter.into_iter();
        let first = all.next();
        cancel(all);
        match first { Some(future) => Ok((future.await?, any())), None => panic!() }
    }

    pub fn abortable<Fut>(future: Fut) -> (Abortable<Fut>, AbortHandle) where Fut: Future { (Abortable { future }, AbortHandle) }
    pub struct Abortable<Fut> { future: Fut }
    impl<Fut: Future> Future for Abortable<Fut> {
        type Output = Result<Fut::Output, Aborted>;
        fn resolve(self) -> Result<Fut::Output, Aborted> { if any() { Ok(self.future.await) } else { cancel(self); Err(any()) } }
    }
    pub struct AbortHandle;
    impl AbortHandle { pub fn abort(&self) {} pub fn is_aborted(&self) -> bool { any() } }
    pub struct Aborted;
}

// ------------------------------------------------------------------------------------------ streams

pub mod stream {
    use std::future::Future;
    use std::pin::Pin;
    use std::task::{Context, Poll};
    use futures_core::TryFuture;
    use crate::future::Either;
    pub use crate::future::{AbortHandle, Abortable, Aborted};
    pub use futures_core::stream::{BoxStream, FusedStream, LocalBoxStream, Stream, TryStream};

    pub trait StreamExt: Stream {
        async fn next(&mut self) -> Option<Self::Item> {
            if !reads(self) { return self.pull().await; }
            match step(self) { Step::Chunk(x) => Some(x), Step::End => None, Step::Failed(_) => Some(any()) }
        }
        async fn select_next_some(&mut self) -> Self::Item {
            if !reads(self) { return match self.pull().await { Some(x) => x, None => panic!() }; }
            step(self);
            any()
        }
        fn poll_next_unpin(&mut self, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            if any() { return Poll::Pending; }
            match step(self) {
                Step::Chunk(x) => Poll::Ready(Some(x)),
                Step::End => Poll::Ready(None),
                Step::Failed(_) => Poll::Ready(Some(any())),
            }
        }
        async fn into_future(self) -> (Option<Self::Item>, Self) { let item = self.next().await; (item, self) }

        // To the end, whatever the items are.
        async fn collect<C: Default + Extend<Self::Item>>(self) -> C {
            if reads(&self) { drain(self); return any(); }
            let mut all = Vec { item: None };
            while let Some(x) = self.pull().await { std::vec::keep(&mut all.item, x); }
            all
        }
        async fn unzip<A, B, FromA, FromB>(self) -> (FromA, FromB) where Self: Stream<Item = (A, B)> { drain(self); any() }
        async fn concat(self) -> Self::Item { drain(self); any() }
        async fn count(self) -> usize { while let Some(_) = self.next().await {} any() }
        async fn forward<S>(self, sink: S) -> Result<(), Self::Error> where S: crate::sink::Sink<Self::Ok, Error = Self::Error>, Self: TryStream {
            drain(self);
            escape(sink);
            any()
        }
        async fn for_each<Fut, F>(self, f: F) where F: FnMut(Self::Item) -> Fut, Fut: Future<Output = ()> {
            while let Some(x) = self.next().await { f(x).await; }
        }
        async fn for_each_concurrent<Fut, F>(self, limit: impl Into<Option<usize>>, f: F) where F: FnMut(Self::Item) -> Fut, Fut: Future<Output = ()> {
            while let Some(x) = self.next().await { f(x).await; }
        }
        async fn fold<T, Fut, F>(self, init: T, f: F) -> T where F: FnMut(T, Self::Item) -> Fut, Fut: Future<Output = T> {
            let mut acc = init;
            while let Some(x) = self.next().await { acc = f(acc, x).await; }
            acc
        }
        async fn any<Fut, F>(self, f: F) -> bool where F: FnMut(Self::Item) -> Fut, Fut: Future<Output = bool> {
            while let Some(x) = self.next().await { if f(x).await { return true; } }
            false
        }
        async fn all<Fut, F>(self, f: F) -> bool where F: FnMut(Self::Item) -> Fut, Fut: Future<Output = bool> {
            while let Some(x) = self.next().await { if !f(x).await { return false; } }
            true
        }

        // Lazy.
        fn by_ref(&mut self) -> &mut Self { self }
        fn map<T, F>(self, f: F) -> Map<Self, F> where F: FnMut(Self::Item) -> T { Map { stream: self, f } }
        fn then<Fut, F>(self, f: F) -> Then<Self, F> where F: FnMut(Self::Item) -> Fut, Fut: Future { Then { stream: self, f } }
        fn filter<Fut, F>(self, f: F) -> Same<Self> where F: FnMut(&Self::Item) -> Fut, Fut: Future<Output = bool> { escape(f); Same { stream: self } }
        fn filter_map<Fut, T, F>(self, f: F) -> FilterMap<Self, F> where F: FnMut(Self::Item) -> Fut, Fut: Future<Output = Option<T>> {
            FilterMap { stream: self, f }
        }
        fn flat_map<U, F>(self, f: F) -> FlatMap<Self, F> where F: FnMut(Self::Item) -> U, U: Stream { FlatMap { stream: self, f } }
        fn flatten(self) -> Flatten<Self> where Self::Item: Stream { Flatten { stream: self } }
        fn inspect<F>(self, f: F) -> Same<Self> where F: FnMut(&Self::Item) { escape(f); Same { stream: self } }
        fn scan<S, B, Fut, F>(self, initial_state: S, f: F) -> FilterMap<Self, F> where F: FnMut(&mut S, Self::Item) -> Fut, Fut: Future<Output = Option<B>> {
            escape(initial_state);
            FilterMap { stream: self, f }
        }
        fn flat_map_unordered<U, F>(self, limit: impl Into<Option<usize>>, f: F) -> FlatMap<Self, F> where U: Stream, F: FnMut(Self::Item) -> U {
            FlatMap { stream: self, f }
        }
        fn flatten_unordered(self, limit: impl Into<Option<usize>>) -> Flatten<Self> where Self::Item: Stream { Flatten { stream: self } }
        fn enumerate(self) -> Enumerate<Self> { Enumerate { stream: self } }
        fn chunks(self, capacity: usize) -> Chunks<Self> { Chunks { stream: self } }
        fn ready_chunks(self, capacity: usize) -> Chunks<Self> { Chunks { stream: self } }
        fn buffered(self, n: usize) -> Buffered<Self> where Self::Item: Future { Buffered { stream: self } }
        fn buffer_unordered(self, n: usize) -> Buffered<Self> where Self::Item: Future { Buffered { stream: self } }
        fn zip<St>(self, other: St) -> Zip<Self, St> where St: Stream { Zip { first: self, second: other } }
        fn chain<St>(self, other: St) -> Chain<Self, St> where St: Stream<Item = Self::Item> { Chain { first: self, second: other } }
        fn cycle(self) -> Same<Self> where Self: Clone { Same { stream: self } }
        fn skip(self, n: usize) -> Same<Self> { Same { stream: self } }
        fn skip_while<Fut, F>(self, f: F) -> Same<Self> where F: FnMut(&Self::Item) -> Fut, Fut: Future<Output = bool> { escape(f); Same { stream: self } }
        fn fuse(self) -> Same<Self> { Same { stream: self } }
        fn peekable(self) -> Same<Self> { Same { stream: self } }
        fn take(self, n: usize) -> Take<Self> { Take { stream: self } }
        fn take_while<Fut, F>(self, f: F) -> Take<Self> where F: FnMut(&Self::Item) -> Fut, Fut: Future<Output = bool> { escape(f); Take { stream: self } }
        fn take_until<Fut>(self, fut: Fut) -> Take<Self> where Fut: Future { escape(fut); Take { stream: self } }
        fn boxed<'a>(self) -> BoxStream<'a, Self::Item> { Box::pin(self) }
        fn boxed_local<'a>(self) -> LocalBoxStream<'a, Self::Item> { Box::pin(self) }
        fn left_stream<B>(self) -> Either<Self, B> where B: Stream<Item = Self::Item> { Either::Left(self) }
        fn right_stream<B>(self) -> Either<B, Self> where B: Stream<Item = Self::Item> { Either::Right(self) }
    }
    // An item that is an `Err` is the failure of the body itself. (It may also come from a closure on the way; that is
    // rarer, and this choice is the silent one.)
    impl<S, T, E> StreamExt for S where S: ?Sized + Stream<Item = Result<T, E>> {
        async fn next(&mut self) -> Option<Result<T, E>> {
            if !reads(self) { return self.pull().await; }
            match step(self) { Step::Chunk(x) => Some(Ok(x)), Step::End => None, Step::Failed(e) => Some(Err(e)) }
        }
    }
    impl<T: ?Sized> StreamExt for T where T: Stream {}

    // They stop at the first error: the body's own, after which nothing is left to save, or one of the closure.
    pub trait TryStreamExt: TryStream {
        async fn try_next(&mut self) -> Result<Option<Self::Ok>, Self::Error> {
            if !reads(self) {
                return match self.pull().await { Some(Ok(x)) => Ok(Some(x)), Some(Err(e)) => Err(e), None => Ok(None) };
            }
            match step(self) { Step::Chunk(x) => Ok(Some(x)), Step::End => Ok(None), Step::Failed(e) => Err(e) }
        }
        async fn try_collect<C: Default + Extend<Self::Ok>>(self) -> Result<C, Self::Error> {
            if !reads(&self) {
                let mut all = Vec { item: None };
                while let Some(x) = self.pull().await { std::vec::keep(&mut all.item, x?); }
                return Ok(all);
            }
            match step(&self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } }
        }
        async fn try_concat(self) -> Result<Self::Ok, Self::Error> {
            match step(&self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } }
        }
        async fn try_for_each<Fut, F>(self, f: F) -> Result<(), Self::Error> where F: FnMut(Self::Ok) -> Fut, Fut: TryFuture<Ok = (), Error = Self::Error> {
            while let Some(x) = self.try_next().await? { f(x).await?; }
            Ok(())
        }
        async fn try_for_each_concurrent<Fut, F>(self, limit: impl Into<Option<usize>>, f: F) -> Result<(), Self::Error>
            where F: FnMut(Self::Ok) -> Fut, Fut: Future<Output = Result<(), Self::Error>>
        {
            while let Some(x) = self.try_next().await? { f(x).await?; }
            Ok(())
        }
        async fn try_fold<T, Fut, F>(self, init: T, f: F) -> Result<T, Self::Error> where F: FnMut(T, Self::Ok) -> Fut, Fut: TryFuture<Ok = T, Error = Self::Error> {
            let mut acc = init;
            while let Some(x) = self.try_next().await? { acc = f(acc, x).await?; }
            Ok(acc)
        }
        async fn try_all<Fut, F>(self, f: F) -> Result<bool, Self::Error> where F: FnMut(Self::Ok) -> Fut, Fut: Future<Output = bool> {
            while let Some(x) = self.try_next().await? { if !f(x).await { return Ok(false); } }
            Ok(true)
        }
        async fn try_any<Fut, F>(self, f: F) -> Result<bool, Self::Error> where F: FnMut(Self::Ok) -> Fut, Fut: Future<Output = bool> {
            while let Some(x) = self.try_next().await? { if f(x).await { return Ok(true); } }
            Ok(false)
        }

        // Lazy.
        #[unchecked(output = "as good as the stream itself")]
        fn into_stream(self) -> Self { self }
        fn into_async_read(self) -> IntoAsyncRead<Self> where Self: TryStreamExt<Error = std::io::Error> { IntoAsyncRead { stream: self } }
        fn map_ok<T, F>(self, f: F) -> MapOk<Self, F> where F: FnMut(Self::Ok) -> T { MapOk { stream: self, f } }
        fn map_err<E, F>(self, f: F) -> MapErr<Self, F> where F: FnMut(Self::Error) -> E { MapErr { stream: self, f } }
        fn err_into<E>(self) -> ErrInto<Self, E> where Self::Error: Into<E> { ErrInto { stream: self, error: any() } }
        fn and_then<Fut, F>(self, f: F) -> AndThen<Self, F> where F: FnMut(Self::Ok) -> Fut, Fut: TryFuture<Error = Self::Error> { AndThen { stream: self, f } }
        fn or_else<Fut, F>(self, f: F) -> OrElse<Self, F> where F: FnMut(Self::Error) -> Fut, Fut: TryFuture<Ok = Self::Ok> { OrElse { stream: self, f } }
        fn inspect_ok<F>(self, f: F) -> Same<Self> where F: FnMut(&Self::Ok) { escape(f); Same { stream: self } }
        fn inspect_err<F>(self, f: F) -> Same<Self> where F: FnMut(&Self::Error) { escape(f); Same { stream: self } }
        fn try_filter<Fut, F>(self, f: F) -> Same<Self> where Fut: Future<Output = bool>, F: FnMut(&Self::Ok) -> Fut { escape(f); Same { stream: self } }
        fn try_skip_while<Fut, F>(self, f: F) -> Same<Self> where F: FnMut(&Self::Ok) -> Fut, Fut: TryFuture<Ok = bool, Error = Self::Error> { escape(f); Same { stream: self } }
        fn try_take_while<Fut, F>(self, f: F) -> Take<Self> where F: FnMut(&Self::Ok) -> Fut, Fut: TryFuture<Ok = bool, Error = Self::Error> { escape(f); Take { stream: self } }
        fn try_filter_map<Fut, F, T>(self, f: F) -> TryFilterMap<Self, F> where Fut: TryFuture<Ok = Option<T>, Error = Self::Error>, F: FnMut(Self::Ok) -> Fut {
            TryFilterMap { stream: self, f }
        }
        fn try_flatten(self) -> TryFlatten<Self> where Self::Ok: TryStream { TryFlatten { stream: self } }
        fn try_chunks(self, capacity: usize) -> TryChunks<Self> { TryChunks { stream: self } }
        #[unchecked(output = "its error has another name")]
        fn try_ready_chunks(self, capacity: usize) -> TryChunks<Self> { TryChunks { stream: self } }
        fn try_buffered(self, n: usize) -> TryBuffered<Self> where Self::Ok: TryFuture<Error = Self::Error> { TryBuffered { stream: self } }
        fn try_buffer_unordered(self, n: usize) -> TryBuffered<Self> where Self::Ok: TryFuture<Error = Self::Error> { TryBuffered { stream: self } }
        fn try_poll_next_unpin(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Self::Ok, Self::Error>>> {
            if any() { return Poll::Pending; }
            match step(self) {
                Step::Chunk(x) => Poll::Ready(Some(Ok(x))),
                Step::End => Poll::Ready(None),
                Step::Failed(e) => Poll::Ready(Some(Err(e))),
            }
        }
    }
    impl<S: ?Sized + TryStream> TryStreamExt for S {}

    // Adapters that leave the items as they are.
    #[unchecked = "stands for `Filter`, `Skip`, `Fuse` and the like"]
    pub struct Same<St> { stream: St }
    impl<St: Stream> Stream for Same<St> { type Item = St::Item; async fn pull(&mut self) -> Option<St::Item> { self.stream.pull().await } }
    impl<St> Same<St> {
        pub fn get_ref(&self) -> &St { &self.stream }
        pub fn get_mut(&mut self) -> &mut St { &mut self.stream }
        pub fn into_inner(self) -> St { self.stream }
        pub async fn peek(self: Pin<&mut Self>) -> Option<&St::Item> { any() }
    }
    // Its end may come before the end of the body. These are `StreamExt`'s and `TryStreamExt`'s methods.
    pub struct Take<St> { stream: St }
    impl<St: Stream> Stream for Take<St> {
        type Item = St::Item;
        async fn pull(&mut self) -> Option<St::Item> { if any() { self.stream.pull().await } else { None } }
    }
    impl<St: Stream> Take<St> {
        pub async fn next(&mut self) -> Option<St::Item> { if any() { self.stream.next().await } else { read_some(&self.stream); None } }
        pub async fn collect<C: Default + Extend<St::Item>>(self) -> C {
            if !reads(&self) {
                let mut all = Vec { item: None };
                while let Some(x) = self.pull().await { std::vec::keep(&mut all.item, x); }
                return all;
            }
            if any() { drain(&self); } else { read_some(&self); }
            any()
        }
        pub async fn for_each<Fut, F>(self, f: F) where F: FnMut(St::Item) -> Fut, Fut: Future<Output = ()> {
            while let Some(x) = self.stream.next().await { f(x).await; if any() { read_some(&self.stream); break; } }
        }
        pub async fn try_next(&mut self) -> Result<Option<St::Ok>, St::Error> where St: TryStream {
            if any() { self.stream.try_next().await } else { read_some(&self.stream); Ok(None) }
        }
        pub async fn try_collect<C: Default + Extend<St::Ok>>(self) -> Result<C, St::Error> where St: TryStream {
            if !reads(&self) {
                let mut all = Vec { item: None };
                while let Some(x) = self.pull().await { std::vec::keep(&mut all.item, x?); }
                return Ok(all);
            }
            match step(&self) { Step::Failed(e) => Err(e), _ => { if any() { drain(&self); } else { read_some(&self); } Ok(any()) } }
        }
    }

    // Adapters that make other items of them.
    pub struct Map<St, F> { stream: St, f: F }
    impl<St: Stream, F, T> Stream for Map<St, F> where F: FnMut(St::Item) -> T {
        type Item = T;
        async fn pull(&mut self) -> Option<T> { let f = &mut self.f; match self.stream.pull().await { Some(x) => Some(f(x)), None => None } }
    }
    #[unchecked = "it has the type of the closure's future, too"]
    pub struct Then<St, F> { stream: St, f: F }
    impl<St: Stream, F, Fut: Future> Stream for Then<St, F> where F: FnMut(St::Item) -> Fut {
        type Item = Fut::Output;
        async fn pull(&mut self) -> Option<Fut::Output> { let f = &mut self.f; match self.stream.pull().await { Some(x) => Some(f(x).await), None => None } }
    }
    #[unchecked = "it has the type of the closure's future, too"]
    pub struct FilterMap<St, F> { stream: St, f: F }
    impl<St: Stream, F, Fut, T> Stream for FilterMap<St, F> where F: FnMut(St::Item) -> Fut, Fut: Future<Output = Option<T>> {
        type Item = T;
        async fn pull(&mut self) -> Option<T> {
            let f = &mut self.f;
            while let Some(x) = self.stream.pull().await { if let Some(y) = f(x).await { return Some(y); } }
            None
        }
    }
    #[unchecked = "it has the type of the inner stream, too"]
    pub struct FlatMap<St, F> { stream: St, f: F }
    impl<St: Stream, F, U: Stream> Stream for FlatMap<St, F> where F: FnMut(St::Item) -> U {
        type Item = U::Item;
        async fn pull(&mut self) -> Option<U::Item> {
            let f = &mut self.f;
            while let Some(x) = self.stream.pull().await {
                let mut inner = f(x);
                if let Some(y) = inner.next().await { escape(inner); return Some(y); }
            }
            None
        }
    }
    pub struct Flatten<St> { stream: St }
    impl<St: Stream> Stream for Flatten<St> where St::Item: Stream {
        type Item = <St::Item as Stream>::Item;
        async fn pull(&mut self) -> Option<<St::Item as Stream>::Item> {
            while let Some(mut inner) = self.stream.pull().await {
                if let Some(y) = inner.next().await { escape(inner); return Some(y); }
            }
            None
        }
    }
    pub struct Enumerate<St> { stream: St }
    impl<St: Stream> Stream for Enumerate<St> {
        type Item = (usize, St::Item);
        async fn pull(&mut self) -> Option<(usize, St::Item)> { match self.stream.pull().await { Some(x) => Some((any(), x)), None => None } }
    }
    pub struct Chunks<St> { stream: St }
    impl<St: Stream> Stream for Chunks<St> {
        type Item = Vec<St::Item>;
        async fn pull(&mut self) -> Option<Vec<St::Item>> {
            match self.stream.pull().await { Some(x) => Some(Vec { item: Some(x) }), None => None }
        }
    }
    pub struct Buffered<St> { stream: St }
    impl<St: Stream> Stream for Buffered<St> where St::Item: Future {
        type Item = <St::Item as Future>::Output;
        async fn pull(&mut self) -> Option<<St::Item as Future>::Output> { match self.stream.pull().await { Some(f) => Some(f.await), None => None } }
    }
    pub type BufferUnordered<St> = Buffered<St>;
    pub struct Zip<A, B> { first: A, second: B }
    impl<A: Stream, B: Stream> Stream for Zip<A, B> {
        type Item = (A::Item, B::Item);
        async fn pull(&mut self) -> Option<(A::Item, B::Item)> {
            match (self.first.pull().await, self.second.pull().await) { (Some(x), Some(y)) => Some((x, y)), _ => None }
        }
    }
    pub struct Chain<A, B> { first: A, second: B }
    impl<A: Stream, B: Stream<Item = A::Item>> Stream for Chain<A, B> {
        type Item = A::Item;
        async fn pull(&mut self) -> Option<A::Item> { match self.first.pull().await { Some(x) => Some(x), None => self.second.pull().await } }
    }
    pub struct MapOk<St, F> { stream: St, f: F }
    impl<St: TryStream, F, T> Stream for MapOk<St, F> where F: FnMut(St::Ok) -> T {
        type Item = Result<T, St::Error>;
        async fn pull(&mut self) -> Option<Result<T, St::Error>> {
            let f = &mut self.f;
            match self.stream.pull().await { Some(Ok(x)) => Some(Ok(f(x))), Some(Err(e)) => Some(Err(e)), None => None }
        }
    }
    pub struct MapErr<St, F> { stream: St, f: F }
    impl<St: TryStream, F, E> Stream for MapErr<St, F> where F: FnMut(St::Error) -> E {
        type Item = Result<St::Ok, E>;
        async fn pull(&mut self) -> Option<Result<St::Ok, E>> {
            let f = &mut self.f;
            match self.stream.pull().await { Some(Ok(x)) => Some(Ok(x)), Some(Err(e)) => Some(Err(f(e))), None => None }
        }
    }
    pub struct ErrInto<St, E> { stream: St, error: std::marker::PhantomData<E> }
    impl<St: TryStream, E> Stream for ErrInto<St, E> {
        type Item = Result<St::Ok, E>;
        async fn pull(&mut self) -> Option<Result<St::Ok, E>> { self.stream.pull().await }
    }
    #[unchecked = "it has the type of the closure's future, too"]
    pub struct AndThen<St, F> { stream: St, f: F }
    impl<St: TryStream, F, Fut: TryFuture> Stream for AndThen<St, F> where F: FnMut(St::Ok) -> Fut {
        type Item = Result<Fut::Ok, St::Error>;
        async fn pull(&mut self) -> Option<Result<Fut::Ok, St::Error>> {
            let f = &mut self.f;
            match self.stream.pull().await { Some(Ok(x)) => Some(f(x).await), Some(Err(e)) => Some(Err(e)), None => None }
        }
    }
    #[unchecked = "it has the type of the closure's future, too"]
    pub struct OrElse<St, F> { stream: St, f: F }
    impl<St: TryStream, F, Fut: TryFuture> Stream for OrElse<St, F> where F: FnMut(St::Error) -> Fut {
        type Item = Result<St::Ok, Fut::Error>;
        async fn pull(&mut self) -> Option<Result<St::Ok, Fut::Error>> {
            let f = &mut self.f;
            match self.stream.pull().await { Some(Ok(x)) => Some(Ok(x)), Some(Err(e)) => Some(f(e).await), None => None }
        }
    }
    #[unchecked = "it has the type of the closure's future, too"]
    pub struct TryFilterMap<St, F> { stream: St, f: F }
    impl<St: TryStream, F, Fut, T> Stream for TryFilterMap<St, F> where F: FnMut(St::Ok) -> Fut, Fut: TryFuture<Ok = Option<T>> {
        type Item = Result<T, St::Error>;
        async fn pull(&mut self) -> Option<Result<T, St::Error>> {
            let f = &mut self.f;
            while let Some(x) = self.stream.pull().await {
                match x {
                    Ok(x) => match f(x).await { Ok(Some(y)) => return Some(Ok(y)), Ok(None) => {} Err(e) => return Some(Err(e)) },
                    Err(e) => return Some(Err(e)),
                }
            }
            None
        }
    }
    pub struct TryBuffered<St> { stream: St }
    impl<St: TryStream> Stream for TryBuffered<St> where St::Ok: TryFuture {
        type Item = Result<<St::Ok as TryFuture>::Ok, St::Error>;
        async fn pull(&mut self) -> Option<Result<<St::Ok as TryFuture>::Ok, St::Error>> {
            match self.stream.pull().await { Some(Ok(f)) => Some(f.await), Some(Err(e)) => Some(Err(e)), None => None }
        }
    }
    pub struct TryFlatten<St> { stream: St }
    impl<St: TryStream> Stream for TryFlatten<St> where St::Ok: TryStream { type Item = Result<<St::Ok as TryStream>::Ok, <St::Ok as TryStream>::Error>; }
    pub struct TryChunks<St> { stream: St }
    impl<St: TryStream> Stream for TryChunks<St> { type Item = Result<Vec<St::Ok>, TryChunksError<St::Ok, St::Error>>; }
    pub struct TryChunksError<T, E>(pub Vec<T>, pub E);
    pub struct IntoAsyncRead<St> { stream: St }
    impl<St: TryStream> crate::io::AsyncRead for IntoAsyncRead<St> {}
    impl<St: TryStream> crate::io::AsyncBufRead for IntoAsyncRead<St> {}

    pub fn iter<I>(i: I) -> Iter<I::IntoIter> where I: IntoIterator { Iter { iter: i.into_iter() } }
    #[items]
    pub struct Iter<I> { iter: I }
    impl<I: Iterator> Stream for Iter<I> { type Item = I::Item; async fn pull(&mut self) -> Option<I::Item> { self.iter.next() } }
    pub fn once<Fut: Future>(future: Fut) -> Once<Fut> { Once { item: Some(future) } }
    #[items]
    pub struct Once<Fut> { item: Option<Fut> }
    impl<Fut: Future> Stream for Once<Fut> {
        type Item = Fut::Output;
        async fn pull(&mut self) -> Option<Fut::Output> { match self.item.take() { Some(future) => Some(future.await), None => None } }
    }
    pub fn empty<T>() -> Empty<T> { any() }
    pub struct Empty<T>;
    impl<T> Stream for Empty<T> { type Item = T; }
    pub fn repeat_with<A, F: FnMut() -> A>(repeater: F) -> RepeatWith<F> { RepeatWith { repeater } }
    pub struct RepeatWith<F> { repeater: F }
    impl<A, F: FnMut() -> A> Stream for RepeatWith<F> { type Item = A; async fn pull(&mut self) -> Option<A> { let f = &mut self.repeater; Some(f()) } }
    pub fn poll_fn<T, F>(f: F) -> PollFn<F> where F: FnMut(&mut Context<'_>) -> Poll<Option<T>> { PollFn { f } }
    pub struct PollFn<F> { f: F }
    impl<T, F> Stream for PollFn<F> where F: FnMut(&mut Context<'_>) -> Poll<Option<T>> { type Item = T; }
    // The state is handed from call to call: what it holds is the closure's to read.
    pub fn unfold<T, F, Fut, Item>(init: T, f: F) -> Unfold<F> where F: FnMut(T) -> Fut, Fut: Future<Output = Option<(Item, T)>> { escape(init); Unfold { f } }
    #[unchecked = "it has the type of the closure's future, too"]
    pub struct Unfold<F> { f: F }
    impl<T, F, Fut, Item> Stream for Unfold<F> where F: FnMut(T) -> Fut, Fut: Future<Output = Option<(Item, T)>> { type Item = Item; }
    pub fn try_unfold<T, F, Fut, Item>(init: T, f: F) -> TryUnfold<F> where F: FnMut(T) -> Fut, Fut: TryFuture<Ok = Option<(Item, T)>> { escape(init); TryUnfold { f } }
    #[unchecked = "it has the type of the closure's future, too"]
    pub struct TryUnfold<F> { f: F }
    impl<T, F, Fut, Item> Stream for TryUnfold<F> where F: FnMut(T) -> Fut, Fut: TryFuture<Ok = Option<(Item, T)>> { type Item = Result<Item, Fut::Error>; }
    pub fn select<St1, St2>(stream1: St1, stream2: St2) -> Chain<St1, St2> where St1: Stream, St2: Stream<Item = St1::Item> { Chain { first: stream1, second: stream2 } }
    #[unchecked(output = "it ends early, as `Take` does")]
    pub fn abortable<St>(stream: St) -> (Take<St>, AbortHandle) where St: Stream { (Take { stream }, AbortHandle) }

    // Of the futures one is followed.
    #[items]
    pub struct FuturesUnordered<Fut> { item: Option<Fut> }
    impl<Fut> FuturesUnordered<Fut> {
        pub fn new() -> FuturesUnordered<Fut> { FuturesUnordered { item: None } }
        pub fn push(&self, future: Fut) { std::vec::keep(&mut self.item, future) }
        pub fn len(&self) -> usize { any() }
        pub fn is_empty(&self) -> bool { any() }
        pub fn clear(&mut self) { self.item = None; }
    }
    impl<Fut: Future> Stream for FuturesUnordered<Fut> {
        type Item = Fut::Output;
        async fn pull(&mut self) -> Option<Fut::Output> { match std::vec::next_of(&mut self.item) { Some(f) => Some(f.await), None => None } }
    }
    impl<Fut> Default for FuturesUnordered<Fut> { fn default() -> FuturesUnordered<Fut> { FuturesUnordered { item: None } } }
    impl<Fut> FromIterator<Fut> for FuturesUnordered<Fut> {
        fn from_iter<I: IntoIterator<Item = Fut>>(iter: I) -> FuturesUnordered<Fut> {
            let mut all = FuturesUnordered { item: None };
            for x in iter { std::vec::keep(&mut all.item, x); }
            all
        }
    }
    impl<Fut> Extend<Fut> for FuturesUnordered<Fut> {
        fn extend<I: IntoIterator<Item = Fut>>(&mut self, iter: I) { for x in iter { std::vec::keep(&mut self.item, x); } }
    }
    #[items]
    pub struct FuturesOrdered<Fut> { item: Option<Fut> }
    impl<Fut: Future> FuturesOrdered<Fut> {
        pub fn new() -> FuturesOrdered<Fut> { FuturesOrdered { item: None } }
        pub fn push_back(&mut self, future: Fut) { std::vec::keep(&mut self.item, future) }
        pub fn push_front(&mut self, future: Fut) { std::vec::keep(&mut self.item, future) }
        pub fn len(&self) -> usize { any() }
        pub fn is_empty(&self) -> bool { any() }
    }
    impl<Fut: Future> Stream for FuturesOrdered<Fut> {
        type Item = Fut::Output;
        async fn pull(&mut self) -> Option<Fut::Output> { match std::vec::next_of(&mut self.item) { Some(f) => Some(f.await), None => None } }
    }
    impl<Fut> Default for FuturesOrdered<Fut> { fn default() -> FuturesOrdered<Fut> { FuturesOrdered { item: None } } }
    impl<Fut> FromIterator<Fut> for FuturesOrdered<Fut> {
        fn from_iter<I: IntoIterator<Item = Fut>>(iter: I) -> FuturesOrdered<Fut> {
            let mut all = FuturesOrdered { item: None };
            for x in iter { std::vec::keep(&mut all.item, x); }
            all
        }
    }
    impl<Fut> Extend<Fut> for FuturesOrdered<Fut> {
        fn extend<I: IntoIterator<Item = Fut>>(&mut self, iter: I) { for x in iter { std::vec::keep(&mut self.item, x); } }
    }
}

pub mod sink {
    pub trait Sink<Item> { type Error; }
    pub trait SinkExt<Item>: Sink<Item> {
        async fn send(&mut self, item: Item) -> Result<(), Self::Error> { escape(item); any() }
        async fn feed(&mut self, item: Item) -> Result<(), Self::Error> { escape(item); any() }
        async fn send_all<St>(&mut self, stream: &mut St) -> Result<(), Self::Error> where St: futures_core::TryStream<Ok = Item, Error = Self::Error> {
            match step(stream) { Step::Failed(e) => Err(e), _ => { drain(stream); any() } }
        }
        #[unchecked(output = "as good as the sink itself")]
        fn sink_map_err<E, F>(self, f: F) -> Self where F: FnOnce(Self::Error) -> E { self }
        async fn flush(&mut self) -> Result<(), Self::Error> { any() }
        async fn close(&mut self) -> Result<(), Self::Error> { any() }
    }
    impl<T: ?Sized, Item> SinkExt<Item> for T where T: Sink<Item> {}
}

// ------------------------------------------------------------------------------------------ io

// The traits stand in futures-io; nobody names that crate. As in `std::io`, `Ok(0)` is the end, and `Ok(positive())` is not.
pub mod io {
    pub use std::io::{Cursor, Error, ErrorKind, Result, SeekFrom};

    pub trait AsyncRead {}
    pub trait AsyncBufRead: AsyncRead {}
    pub trait AsyncWrite {}
    pub trait AsyncSeek {}
    impl<T: ?Sized + AsyncRead> AsyncRead for &mut T {}
    impl<T: ?Sized + AsyncRead> AsyncRead for Box<T> {}
    impl<P> AsyncRead for std::pin::Pin<P> where P: std::ops::DerefMut, P::Target: AsyncRead {}
    impl<T: ?Sized + AsyncBufRead> AsyncBufRead for &mut T {}
    impl<T: ?Sized + AsyncBufRead> AsyncBufRead for Box<T> {}

    pub trait AsyncReadExt: AsyncRead {
        async fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
            match step(self) { Step::Chunk(_) => Ok(positive()), Step::End => Ok(0), Step::Failed(e) => Err(e) }
        }
        async fn read_exact(&mut self, buf: &mut [u8]) -> Result<()> {
            match step(self) { Step::Failed(e) => Err(e), Step::End => Err(any()), Step::Chunk(_) => { read_some(self); Ok(()) } }
        }
        async fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> { match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } } }
        async fn read_to_string(&mut self, buf: &mut String) -> Result<usize> { match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); any() } } }
        fn chain<R: AsyncRead>(self, next: R) -> Chain<Self, R> { Chain { first: self, second: next } }
        fn take(self, limit: u64) -> Take<Self> { Take { inner: self } }
    }
    impl<R: AsyncRead + ?Sized> AsyncReadExt for R {}
    pub trait AsyncBufReadExt: AsyncBufRead {
        async fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> Result<usize> {
            match step(self) { Step::Chunk(_) => Ok(positive()), Step::End => Ok(0), Step::Failed(e) => Err(e) }
        }
        async fn read_line(&mut self, buf: &mut String) -> Result<usize> {
            match step(self) { Step::Chunk(_) => Ok(positive()), Step::End => Ok(0), Step::Failed(e) => Err(e) }
        }
        fn lines(self) -> Lines<Self> { Lines { reader: self } }
    }
    impl<R: AsyncBufRead + ?Sized> AsyncBufReadExt for R {}
    pub trait AsyncWriteExt: AsyncWrite {
        async fn write(&mut self, buf: &[u8]) -> Result<usize> { any() }
        async fn write_all(&mut self, buf: &[u8]) -> Result<()> { any() }
        async fn flush(&mut self) -> Result<()> { any() }
        async fn close(&mut self) -> Result<()> { any() }
    }
    impl<W: AsyncWrite + ?Sized> AsyncWriteExt for W {}

    pub async fn copy<R: AsyncRead, W: AsyncWrite + ?Sized>(reader: R, writer: &mut W) -> Result<u64> {
        match step(&reader) { Step::Failed(e) => Err(e), _ => { drain(reader); Ok(any()) } }
    }
    pub fn sink() -> Sink { Sink }
    pub struct Sink;
    impl AsyncWrite for Sink {}

    // Each of its reads is a read of some of the body. These three are `AsyncReadExt`'s methods.
    pub struct Take<R> { inner: R }
    impl<R: AsyncRead> Take<R> {
        pub async fn read(&mut self, buf: &mut [u8]) -> Result<usize> { match step(self) { Step::Failed(e) => Err(e), _ => { read_some(self); Ok(any()) } } }
        pub async fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> { match step(self) { Step::Failed(e) => Err(e), _ => { read_some(self); Ok(any()) } } }
        pub async fn read_to_string(&mut self, buf: &mut String) -> Result<usize> { match step(self) { Step::Failed(e) => Err(e), _ => { read_some(self); any() } } }
        pub fn limit(&self) -> u64 { any() }
        pub fn set_limit(&mut self, limit: u64) {}
        pub fn get_ref(&self) -> &R { &self.inner }
        pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
        pub fn into_inner(self) -> R { self.inner }
    }
    impl<R: AsyncRead> AsyncRead for Take<R> {}
    pub struct Chain<T, U> { first: T, second: U }
    impl<T: AsyncRead, U: AsyncRead> AsyncRead for Chain<T, U> {}
    pub struct Lines<R> { reader: R }
    impl<R: AsyncBufRead> futures_core::Stream for Lines<R> { type Item = Result<String>; }
    pub struct BufReader<R> { inner: R }
    impl<R: AsyncRead> BufReader<R> {
        pub fn new(inner: R) -> BufReader<R> { BufReader { inner } }
        pub fn with_capacity(capacity: usize, inner: R) -> BufReader<R> { BufReader { inner } }
        pub fn get_ref(&self) -> &R { &self.inner }
        pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
        pub fn into_inner(self) -> R { self.inner }
    }
    impl<R: AsyncRead> AsyncRead for BufReader<R> {}
    impl<R: AsyncRead> AsyncBufRead for BufReader<R> {}
}

pub mod task {
    pub use std::task::{Context, Poll, Waker};
}
