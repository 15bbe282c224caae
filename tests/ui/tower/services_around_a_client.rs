//@ dependency: tower = { version = '0.5', features = ['full'] }
//@ dependency: tower-http = { version = '0.6', features = ['full'] }
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Request, Response, header::ACCEPT};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper_util::client::legacy::{self, connect::HttpConnector};
use tower::{
    BoxError, Layer, Service, ServiceBuilder, ServiceExt,
    limit::ConcurrencyLimit,
    retry::{Policy, Retry},
    timeout::{Timeout, TimeoutLayer},
    util::BoxCloneSyncService,
};
use tower_http::{
    auth::AddAuthorization,
    decompression::{Decompression, DecompressionLayer},
    follow_redirect::FollowRedirect,
    map_response_body::MapResponseBody,
    set_header::SetRequestHeader,
    trace::TraceLayer,
};

type Client = legacy::Client<HttpConnector, Full<Bytes>>;
type Ask = Request<Full<Bytes>>;

pub async fn timeout(client: Client, ask: Ask) -> Result<u16, BoxError> {
    let mut client = Timeout::new(client, Duration::from_secs(1));
    let response = client.ready().await?.call(ask).await?; //~ unread_body
    Ok(response.status().as_u16())
}

pub async fn retry<P>(client: Retry<P, Client>, ask: Ask) -> Result<u16, BoxError>
where
    P: Policy<Ask, Response<Incoming>, legacy::Error> + Clone,
{
    Ok(client.oneshot(ask).await?.status().as_u16()) //~ unread_body
}

pub struct Api {
    inner: AddAuthorization<Decompression<Client>>,
    boxed: BoxCloneSyncService<Ask, Response<Incoming>, BoxError>,
    limited: ConcurrencyLimit<Client>,
}

impl Api {
    pub async fn ping(&mut self, ask: Ask) -> Result<(), BoxError> {
        self.inner.call(ask.clone()).await?; //~ unread_body
        self.boxed.clone().oneshot(ask.clone()).await?; //~ unread_body
        self.limited.ready().await?.call(ask).await?; //~ unread_body
        Ok(())
    }

    pub async fn text(&mut self, ask: Ask) -> Result<Option<Bytes>, BoxError> {
        let response = self.inner.ready().await?.call(ask).await?; //~ unread_on_exit
        if !response.status().is_success() {
            return Ok(None);
        }
        Ok(Some(response.into_body().collect().await?.to_bytes()))
    }
}

pub async fn by_a_layer(client: Client, ask: Ask) -> Result<(), BoxError> {
    TimeoutLayer::new(Duration::from_secs(1)).layer(client.clone()).oneshot(ask.clone()).await?; //~ unread_body
    DecompressionLayer::new().gzip(true).layer(client.clone()).oneshot(ask.clone()).await?; //~ unread_body
    TraceLayer::new_for_http().layer(client).oneshot(ask).await?; //~ unread_body
    Ok(())
}

pub async fn others(client: Client, ask: Ask) -> Result<(), BoxError> {
    FollowRedirect::new(client.clone()).oneshot(ask.clone()).await?; //~ unread_body
    SetRequestHeader::overriding(client.clone(), ACCEPT, HeaderValue::from_static("*/*")).oneshot(ask.clone()).await?; //~ unread_body
    MapResponseBody::new(client.clone(), |body: Incoming| body.boxed()).oneshot(ask.clone()).await?; //~ unread_body
    client.map_response(|response: Response<Incoming>| response.map(BodyExt::boxed)).oneshot(ask).await?; //~ unread_body
    Ok(())
}

pub async fn three_deep(client: Timeout<SetRequestHeader<Decompression<Client>, HeaderValue>>, ask: Ask) -> Result<(), BoxError> {
    client.oneshot(ask).await?; //~ unread_body
    Ok(())
}

pub async fn stack(client: Client, ask: Ask) -> Result<u16, BoxError> {
    let mut client = ServiceBuilder::new().timeout(Duration::from_secs(1)).service(client);
    let response = client.ready().await?.call(ask).await?; //~ MISS unread_body -- what a layer makes of a service is not looked up
    Ok(response.status().as_u16())
}

pub async fn head(client: Timeout<Client>, url: &str) -> Result<u16, BoxError> {
    let ask = Request::head(url).body(Full::default())?;
    Ok(client.oneshot(ask).await?.status().as_u16()) //~ FALSE unread_body -- what a service around another is asked is not looked at
}
