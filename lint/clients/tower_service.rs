//! tower-service 0.3: `Service`. The clients that are services implement it in their own files.
//!
//! The impls for references and boxes are left out: looking through them leads to the service itself, of which more
//! is known.
#![client(krate = "tower_service", versions = ">=0.3, <0.4")]

use std::task::{Context, Poll};

pub trait Service<Request> {
    type Response;
    type Error;
    type Future: std::future::Future<Output = Result<Self::Response, Self::Error>>;
    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> { any() }
    fn call(&mut self, req: Request) -> Self::Future;
}
