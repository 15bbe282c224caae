//@ dependency: hyper = { version = "0.14", features = ["full", "backports"] }
//! Whoever makes a client makes a pool, by whatever constructor: what is lost of it is missed by the next request.
use hyper::{
    Body, Client, Request, Result,
    body::to_bytes,
    client::{Builder, HttpConnector, conn},
};
use tokio::io::{AsyncRead, AsyncWrite};

pub async fn new(url: &str) -> Result<()> {
    let client = Client::new();
    client.get(url.parse().expect("a URL")).await?; //~ unread_body
    to_bytes(client.get(url.parse().expect("a URL")).await?).await?;
    Ok(())
}

pub async fn builder(url: &str) -> Result<()> {
    let client: Client<HttpConnector> = Client::builder().build_http();
    client.get(url.parse().expect("a URL")).await?; //~ unread_body
    to_bytes(client.get(url.parse().expect("a URL")).await?).await?;
    Ok(())
}

pub async fn default(url: &str) -> Result<()> {
    let client: Client<HttpConnector> = Client::default();
    client.get(url.parse().expect("a URL")).await?; //~ unread_body
    to_bytes(client.get(url.parse().expect("a URL")).await?).await?;
    Ok(())
}

pub async fn builder_default(url: &str) -> Result<()> {
    let client: Client<HttpConnector> = Builder::default().build_http();
    client.get(url.parse().expect("a URL")).await?; //~ unread_body
    to_bytes(client.get(url.parse().expect("a URL")).await?).await?;
    Ok(())
}

pub async fn one_connection<T>(io: T) -> Result<()>
where
    T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = conn::Builder::new().handshake(io).await?;
    tokio::spawn(connection);
    sender.send_request(Request::new(Body::empty())).await?; //~ unread_body
    to_bytes(sender.send_request(Request::new(Body::empty())).await?).await?;
    Ok(())
}

pub async fn one_connection_by_its_module<T>(io: T) -> Result<()>
where
    T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = conn::http1::handshake(io).await?;
    tokio::spawn(connection);
    sender.send_request(Request::new(Body::empty())).await?; //~ unread_body
    to_bytes(sender.send_request(Request::new(Body::empty())).await?).await?;
    Ok(())
}
