//! tower-layer 0.3: `Layer`. What a layer makes of a service is known where both are.
#![client(krate = "tower_layer", versions = ">=0.3, <0.4")]

pub trait Layer<S> {
    type Service;
    fn layer(&self, inner: S) -> Self::Service;
}
