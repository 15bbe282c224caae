use std::convert::Infallible;

use http_body_util::Full;
use hyper::{
    Request, Response, StatusCode,
    body::{Bytes, Incoming},
    service::service_fn,
};

async fn hello(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    if request.method() != hyper::Method::GET {
        let mut refusal = Response::new(Full::default());
        *refusal.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
        return Ok(refusal);
    }
    let (head, _body) = request.into_parts();
    Ok(Response::new(Full::new(Bytes::from(head.uri.to_string()))))
}

pub fn service() -> impl hyper::service::Service<Request<Incoming>> {
    service_fn(hello)
}

pub fn ignored(_body: Incoming) {}
