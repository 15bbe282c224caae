//@ dependency: tower = { version = '0.5', features = ['full'] }
//@ dependency: tower-http = { version = '0.6', features = ['full'] }
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper_util::client::legacy::{self, connect::HttpConnector};
use tower::{
    BoxError, Layer, Service, ServiceBuilder, ServiceExt, load_shed::LoadShed, timeout::Timeout, util::BoxCloneService,
};
use tower_http::{
    ServiceBuilderExt,
    decompression::{Decompression, DecompressionBody},
    timeout::TimeoutBody,
    trace::TraceLayer,
};

type Client = legacy::Client<HttpConnector, Full<Bytes>>;
type Ask = Request<Full<Bytes>>;

pub async fn timeout(client: Client, ask: Ask) -> Result<Bytes, BoxError> {
    let response = Timeout::new(client, Duration::from_secs(1)).ready().await?.call(ask).await?;
    Ok(response.into_body().collect().await?.to_bytes())
}

pub async fn unpacked(client: Decompression<Client>, ask: Ask) -> Result<usize, BoxError> {
    let mut body = client.oneshot(ask).await?.into_body();
    let mut count = 0;
    while let Some(frame) = body.frame().await {
        count += frame?.data_ref().map_or(0, Bytes::len);
    }
    Ok(count)
}

pub async fn body_that_is_unpacked(body: DecompressionBody<Incoming>) -> Result<Bytes, BoxError> {
    Ok(body.into_inner().collect().await?.to_bytes())
}

pub async fn body_that_is_timed(body: TimeoutBody<Incoming>) -> Result<Bytes, BoxError> {
    Ok(body.collect().await?.to_bytes())
}

pub async fn returned(client: LoadShed<Client>, ask: Ask) -> Result<Response<Incoming>, BoxError> {
    client.oneshot(ask).await
}

pub async fn boxed(client: BoxCloneService<Ask, Response<Incoming>, BoxError>, ask: Ask) -> Result<Bytes, BoxError> {
    Ok(client.clone().oneshot(ask).await?.into_body().collect().await?.to_bytes())
}

pub async fn traced(client: Client, ask: Ask) -> Result<Bytes, BoxError> {
    Ok(TraceLayer::new_for_http().layer(client).oneshot(ask).await?.into_body().collect().await?.to_bytes())
}

pub async fn stack(client: Client, ask: Ask) -> Result<Bytes, BoxError> {
    let client = ServiceBuilder::new().decompression().timeout(Duration::from_secs(1)).service(client);
    Ok(client.oneshot(ask).await?.into_body().collect().await?.to_bytes())
}

pub async fn of_bytes_in_memory(ask: Ask) -> Result<u16, BoxError> {
    let server = tower::service_fn(async |_: Ask| Ok::<_, BoxError>(Response::new(Full::new(Bytes::new()))));
    Ok(Timeout::new(server, Duration::from_secs(1)).oneshot(ask).await?.status().as_u16())
}
