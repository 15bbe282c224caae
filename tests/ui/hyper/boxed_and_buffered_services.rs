//@ dependency: tower = { version = '0.5', features = ['buffer', 'util'] }
use bytes::Bytes;
use futures::future::BoxFuture;
use http::{Request, Response};
use http_body_util::{BodyExt, combinators::BoxBody};
use tower::{BoxError, Service, ServiceExt, buffer::Buffer, util::BoxService};

type Body = BoxBody<Bytes, BoxError>;

pub struct Buffered {
    service: Buffer<Request<Body>, BoxFuture<'static, Result<Response<Body>, BoxError>>>,
}

impl Buffered {
    pub async fn ping(&mut self, request: Request<Body>) -> Result<u16, BoxError> {
        let response = self.service.ready().await?.call(request).await?; //~ unread_body
        Ok(response.status().as_u16())
    }

    pub async fn get(&mut self, request: Request<Body>) -> Result<Option<Bytes>, BoxError> {
        let response = self.service.clone().oneshot(request).await?; //~ unread_on_exit
        if !response.status().is_success() {
            return Ok(None);
        }
        Ok(Some(response.into_body().collect().await?.to_bytes()))
    }
}

pub struct Boxed {
    service: BoxService<Request<Body>, Response<Body>, BoxError>,
}

impl Boxed {
    pub async fn ping(&mut self, request: Request<Body>) -> Result<(), BoxError> {
        self.service.ready().await?.call(request).await?; //~ unread_body
        Ok(())
    }
}
