//! tower-layer 0.3: `Layer`, and stacks of layers. What a layer makes of a service is known where both are.
#![client(krate = "tower_layer", versions = ">=0.3, <0.4")]

pub trait Layer<S> {
    type Service;
    fn layer(&self, inner: S) -> Self::Service;
}
impl<'a, T: ?Sized, S> Layer<S> for &'a T where T: Layer<S> { type Service = T::Service; #[opaque] fn layer(&self, inner: S) -> T::Service { any() } }

pub struct Identity;
impl Identity { pub const fn new() -> Identity { Identity } }
impl Default for Identity {}
impl Clone for Identity {}
impl<S> Layer<S> for Identity { type Service = S; fn layer(&self, inner: S) -> S { inner } }

pub struct Stack<Inner, Outer> { inner: Inner, outer: Outer }
impl<Inner, Outer> Stack<Inner, Outer> { pub const fn new(inner: Inner, outer: Outer) -> Stack<Inner, Outer> { Stack { inner, outer } } }
impl<Inner: Clone, Outer: Clone> Clone for Stack<Inner, Outer> { fn clone(&self) -> Stack<Inner, Outer> { Stack { inner: self.inner.clone(), outer: self.outer.clone() } } }
impl<S, Inner, Outer> Layer<S> for Stack<Inner, Outer> where Inner: Layer<S>, Outer: Layer<Inner::Service> {
    type Service = Outer::Service;
    #[opaque]
    fn layer(&self, service: S) -> Outer::Service { any() }
}

pub fn layer_fn<T>(f: T) -> LayerFn<T> { LayerFn { f } }
pub struct LayerFn<F> { f: F }
impl<F, S, Out> Layer<S> for LayerFn<F> where F: Fn(S) -> Out { type Service = Out; fn layer(&self, inner: S) -> Out { let f = &self.f; f(inner) } }
