//@ dependency: tower-service = '0.3'
//@ dependency: tower-layer = '0.3'

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use http::{Request, Response, Uri};
use http_body_util::{BodyExt, Empty};
use hyper::{Error, body::Incoming, client::conn::http1::SendRequest};
use hyper_util::{
    client::pool::{cache, map::Map, negotiate, singleton::Singleton},
    rt::TokioIo,
};
use tokio::net::TcpStream;
use tower_service::Service;

type Asked<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

pub struct Connection {
    sender: SendRequest<Empty<Bytes>>,
}

impl Service<Request<Empty<Bytes>>> for Connection {
    type Response = Response<Incoming>;
    type Error = Error;
    type Future = Asked<Response<Incoming>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.sender.poll_ready(cx)
    }

    fn call(&mut self, request: Request<Empty<Bytes>>) -> Self::Future {
        Box::pin(self.sender.send_request(request))
    }
}

pub struct Connector;

impl Service<Uri> for Connector {
    type Response = Connection;
    type Error = Error;
    type Future = Asked<Connection>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        Box::pin(connect(uri))
    }
}

async fn connect(uri: Uri) -> Result<Connection, Error> {
    let address = uri.authority().expect("an absolute address").as_str();
    let stream = TcpStream::connect(address).await.expect("somebody listens");
    let (sender, _connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    Ok(Connection { sender })
}

pub async fn read(uri: Uri, request: Request<Empty<Bytes>>) -> Result<Bytes, Error> {
    let mut connection = cache::builder().build(Connector).call(uri).await?;
    let response = connection.call(request).await?;
    Ok(response.into_body().collect().await?.to_bytes())
}

pub async fn of_a_cache(uri: Uri, request: Request<Empty<Bytes>>) -> Result<Bytes, Error> {
    let mut pool = cache::builder().build(Connector);
    let mut connection = pool.call(uri).await?;
    let response = connection.call(request.clone()).await?; //~ unread_body
    response.status();
    let next = connection.call(request).await?;
    Ok(next.into_body().collect().await?.to_bytes())
}

pub async fn of_a_singleton(uri: Uri, request: Request<Empty<Bytes>>) -> Option<Bytes> {
    let mut pool = Singleton::new(Connector);
    let mut connection = pool.call(uri).await.ok()?;
    let response = connection.call(request.clone()).await.ok()?; //~ unread_body
    response.status();
    let next = connection.call(request).await.ok()?;
    Some(next.into_body().collect().await.ok()?.to_bytes())
}

pub async fn of_a_map(uri: Uri, request: Request<Empty<Bytes>>) -> Result<Bytes, Error> {
    let mut pools = Map::builder::<Uri>().keys(|uri| uri.host().map(str::to_owned)).values(|_| Connector).build();
    let mut connection = pools.service(&uri).call(uri.clone()).await?;
    let response = connection.call(request.clone()).await?; //~ unread_body
    response.status();
    let next = connection.call(request).await?;
    Ok(next.into_body().collect().await?.to_bytes())
}

pub async fn of_a_negotiation(
    uri: Uri,
    request: Request<Empty<Bytes>>,
) -> Result<Bytes, Box<dyn std::error::Error + Send + Sync>> {
    let mut pool = negotiate::builder()
        .connect(Connector)
        .inspect(|_| false)
        .fallback(tower_layer::layer_fn(|connector| connector))
        .upgrade(tower_layer::layer_fn(|connection| connection))
        .build();
    let mut connection = pool.call(uri).await?;
    let response = connection.call(request.clone()).await?; //~ MISS unread_body -- the type that a layer made of a closure gives is not known
    response.status();
    let next = connection.call(request).await?;
    Ok(next.into_body().collect().await?.to_bytes())
}
