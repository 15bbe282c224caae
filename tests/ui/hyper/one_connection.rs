use http_body_util::{BodyExt, Empty};
use hyper::{
    Request,
    body::Bytes,
    client::conn::{http1, http2},
};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::TcpStream;

type Error = Box<dyn std::error::Error + Send + Sync>;

pub async fn kept(sender: &mut http1::SendRequest<Empty<Bytes>>, request: Request<Empty<Bytes>>) -> Result<u16, Error> {
    let response = sender.send_request(request).await?; //~ unread_body
    Ok(response.status().as_u16())
}

pub async fn read(sender: &mut http1::SendRequest<Empty<Bytes>>, request: Request<Empty<Bytes>>) -> Result<Bytes, Error> {
    Ok(sender.send_request(request).await?.into_body().collect().await?.to_bytes())
}

pub async fn used_once(stream: TcpStream, request: Request<Empty<Bytes>>) -> Result<u16, Error> {
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender.send_request(request).await?.status().as_u16())
}

pub async fn http2(stream: TcpStream, request: Request<Empty<Bytes>>) -> Result<u16, Error> {
    let (mut sender, connection) = http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender.send_request(request).await?.status().as_u16())
}
