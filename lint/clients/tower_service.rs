//! tower-service 0.3: `Service`. The clients that are services implement it in their own files.
#![client(krate = "tower_service", versions = ">=0.3, <0.4")]

use std::task::{Context, Poll};

pub trait Service<Request> {
    type Response;
    type Error;
    type Future: std::future::Future<Output = Result<Self::Response, Self::Error>>;
    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> { any() }
    fn call(&mut self, req: Request) -> Self::Future;
}
impl<'a, S: Service<Request>, Request> Service<Request> for &'a mut S {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;
    fn call(&mut self, req: Request) -> S::Future { (**self).call(req) }
}
impl<S: Service<Request> + ?Sized, Request> Service<Request> for Box<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;
    fn call(&mut self, req: Request) -> S::Future { (**self).call(req) }
}
