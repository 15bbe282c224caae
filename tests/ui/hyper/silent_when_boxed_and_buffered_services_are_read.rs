//@ dependency: tower = { version = '0.5', features = ['buffer', 'util'] }
use bytes::Bytes;
use futures::future::BoxFuture;
use http::{Request, Response};
use http_body_util::{BodyExt, combinators::BoxBody};
use tower::{BoxError, Service, ServiceExt, buffer::Buffer, util::BoxService};

type Body = BoxBody<Bytes, BoxError>;

async fn read(response: Response<Body>) -> Result<Bytes, BoxError> {
    Ok(response.into_body().collect().await?.to_bytes())
}

pub struct Buffered {
    service: Buffer<Request<Body>, BoxFuture<'static, Result<Response<Body>, BoxError>>>,
}

impl Buffered {
    pub async fn get(&mut self, request: Request<Body>) -> Result<Bytes, BoxError> {
        let response = self.service.ready().await?.call(request).await?;
        read(response).await
    }
}

pub struct Boxed {
    service: BoxService<Request<Body>, Response<Body>, BoxError>,
}

impl Boxed {
    pub async fn get(&mut self, request: Request<Body>) -> Result<Bytes, BoxError> {
        read(self.service.ready().await?.call(request).await?).await
    }
}

pub fn request_refused(request: Request<Body>) -> Option<Request<Body>> {
    (request.uri().path() == "/").then_some(request)
}

pub fn body_of_a_request_dropped(request: Request<Body>) -> http::request::Parts {
    let (parts, _body) = request.into_parts();
    parts
}
