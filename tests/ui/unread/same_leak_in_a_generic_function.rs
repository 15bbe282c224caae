use http_body_util::BodyExt;
use hyper::{
    Request,
    body::{Body, Bytes},
};
use hyper_util::client::legacy::{
    Client, Error,
    connect::{Connect, HttpConnector},
};

type BoxError = Box<dyn std::error::Error + Send + Sync>;

pub async fn plain(client: &Client<HttpConnector, String>, request: Request<String>) -> Result<u16, Error> {
    Ok(client.request(request).await?.status().as_u16()) //~ unread_body
}

pub async fn generic<C, B>(client: &Client<C, B>, request: Request<B>) -> Result<u16, Error>
where
    C: Connect + Clone + Send + Sync + 'static,
    B: Body + Send + Unpin + 'static,
    B::Data: Send,
    B::Error: Into<BoxError>,
{
    Ok(client.request(request).await?.status().as_u16()) //~ unread_body
}

pub async fn generic_and_read<C, B>(client: &Client<C, B>, request: Request<B>) -> Result<Bytes, BoxError>
where
    C: Connect + Clone + Send + Sync + 'static,
    B: Body + Send + Unpin + 'static,
    B::Data: Send,
    B::Error: Into<BoxError>,
{
    Ok(client.request(request).await?.into_body().collect().await?.to_bytes())
}
