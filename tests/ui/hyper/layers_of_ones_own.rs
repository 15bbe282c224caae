//@ dependency: tower = { version = '0.5', features = ['retry', 'util'] }
use std::{future::Future, pin::Pin};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, combinators::BoxBody};
use hyper::body::Incoming;
use hyper_util::client::legacy::{Client, connect::HttpConnector};
use tower::{Service, ServiceExt};

type Body = BoxBody<Bytes, hyper::Error>;

#[derive(Clone)]
pub struct Boxed<S> {
    inner: S,
}

impl<S> Service<Request<String>> for Boxed<S>
where
    S: Service<Request<String>, Response = Response<Incoming>>,
    S::Future: Send + 'static,
{
    type Response = Response<Body>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn call(&mut self, request: Request<String>) -> Self::Future {
        let response = self.inner.call(request);
        Box::pin(async move { Ok(response.await?.map(|body| body.boxed())) })
    }
}

pub async fn ping(client: Boxed<Client<HttpConnector, String>>) -> bool {
    let response = client.oneshot(Request::new(String::new())).await; //~ unread_body
    response.is_ok_and(|response| response.status().is_success())
}

pub async fn read(client: Boxed<Client<HttpConnector, String>>) -> Option<Bytes> {
    let response = client.oneshot(Request::new(String::new())).await.ok()?;
    Some(response.into_body().collect().await.ok()?.to_bytes())
}
