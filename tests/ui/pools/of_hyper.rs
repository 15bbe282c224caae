//! Whoever makes a client makes a pool, by whatever constructor: what is lost of it is missed by the next request.
use bytes::Bytes;
use http::Request;
use http_body_util::{BodyExt, Empty};
use hyper::{
    client::conn::http1,
    rt::{Read, Write},
};
use hyper_util::{
    client::legacy::{Builder, Client, connect::HttpConnector},
    rt::TokioExecutor,
};

pub async fn builder(url: &str) -> anyhow::Result<()> {
    let client: Client<HttpConnector, Empty<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
    client.get(url.parse()?).await?; //~ unread_body
    client.get(url.parse()?).await?.collect().await?;
    Ok(())
}

pub async fn builder_new(url: &str) -> anyhow::Result<()> {
    let client: Client<HttpConnector, Empty<Bytes>> = Builder::new(TokioExecutor::new()).build_http();
    client.get(url.parse()?).await?; //~ unread_body
    client.get(url.parse()?).await?.collect().await?;
    Ok(())
}

pub async fn one_connection<T: Read + Write + Unpin + Send + 'static>(io: T) -> hyper::Result<()> {
    let (mut sender, connection) = http1::handshake(io).await?;
    tokio::spawn(connection);
    sender.send_request(Request::new(Empty::<Bytes>::new())).await?; //~ unread_body
    sender.send_request(Request::new(Empty::<Bytes>::new())).await?.collect().await?;
    Ok(())
}
