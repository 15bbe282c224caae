use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use hyper::{Request, Response, body::Incoming};
use hyper_util::client::legacy::{Client, Error, connect::HttpConnector};

#[derive(Clone)]
pub struct Forward {
    client: Client<HttpConnector, Incoming>,
}

impl hyper::service::Service<Request<Incoming>> for Forward {
    type Response = Response<Incoming>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Error>> + Send>>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        let sent = self.client.request(request);
        Box::pin(async move {
            let mut response = sent.await?;
            response.headers_mut().insert("via", "forward".parse().unwrap());
            Ok(response)
        })
    }
}

pub struct Timed<F> {
    inner: F,
}

impl<F: Future<Output = Result<Response<Incoming>, Error>> + Unpin> Future for Timed<F> {
    type Output = Result<Response<Incoming>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match Pin::new(&mut self.inner).poll(cx) {
            Poll::Ready(response) => Poll::Ready(response),
            Poll::Pending => Poll::Pending,
        }
    }
}
