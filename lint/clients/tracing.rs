//! tracing 0.1: spans around futures. The macros are the analyser's own.
#![client(krate = "tracing", versions = ">=0.1, <0.2")]

pub use instrument::Instrument;
pub use span::Span;

pub mod span {
    pub struct Span;
    impl Span {
        pub fn current() -> Span { any() }
        pub fn none() -> Span { any() }
        pub fn enter(&self) -> Entered<'_> { any() }
        pub fn entered(self) -> EnteredSpan { any() }
        pub fn in_scope<F: FnOnce() -> T, T>(&self, f: F) -> T { f() }
        pub fn or_current(self) -> Span { self }
        pub fn record<Q: ?Sized, V>(&self, field: &Q, value: V) -> &Span { self }
        pub fn clone(&self) -> Span { any() }
    }
    pub struct Entered<'a>;
    pub struct EnteredSpan;
}

pub mod instrument {
    use std::future::Future;

    pub trait Instrument {
        fn instrument(self, span: crate::Span) -> Instrumented<Self> { Instrumented { inner: self } }
        fn in_current_span(self) -> Instrumented<Self> { Instrumented { inner: self } }
    }
    impl<T> Instrument for T {}

    pub trait WithSubscriber {
        fn with_subscriber<S>(self, subscriber: S) -> WithDispatch<Self> { WithDispatch { inner: self } }
        fn with_current_subscriber(self) -> WithDispatch<Self> { WithDispatch { inner: self } }
    }
    impl<T> WithSubscriber for T {}

    pub struct Instrumented<T> { inner: T }
    impl<T> Instrumented<T> {
        pub fn into_inner(self) -> T { self.inner }
    }
    impl<T: Future> Future for Instrumented<T> {
        type Output = T::Output;
        fn resolve(self) -> T::Output { self.inner.await }
    }
    pub struct WithDispatch<T> { inner: T }
    impl<T: Future> Future for WithDispatch<T> {
        type Output = T::Output;
        fn resolve(self) -> T::Output { self.inner.await }
    }
}
