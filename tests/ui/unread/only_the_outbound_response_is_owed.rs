use http_body_util::{BodyExt, Empty};
use hyper::{
    Request,
    body::{Bytes, Incoming},
};
use hyper_util::client::legacy::{Client, connect::HttpConnector};

type Error = Box<dyn std::error::Error + Send + Sync>;

pub async fn inbound_read_only(
    client: &Client<HttpConnector, Empty<Bytes>>,
    inbound: Request<Incoming>,
) -> Result<usize, Error> {
    let response = client.get("http://upstream/".parse()?).await?; //~ unread_body
    let length = inbound.into_body().collect().await?.to_bytes().len();
    println!("{}", response.status());
    Ok(length)
}

pub async fn both_read(
    client: &Client<HttpConnector, Empty<Bytes>>,
    inbound: Request<Incoming>,
) -> Result<usize, Error> {
    let length = inbound.into_body().collect().await?.to_bytes().len();
    let response = client.get("http://upstream/".parse()?).await?;
    Ok(length + response.into_body().collect().await?.to_bytes().len())
}

pub async fn inbound_ignored(inbound: Request<Incoming>) -> hyper::Response<String> {
    println!("{}", inbound.uri());
    hyper::Response::new("hello".to_owned())
}
