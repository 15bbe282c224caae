use http::{Request, StatusCode};
use http_body_util::Empty;
use hyper::{
    body::Bytes,
    client::conn::http2,
    rt::{Read, Write},
};
use hyper_util::rt::TokioExecutor;

pub async fn made_and_used<T: Read + Write + Unpin + Send + 'static>(io: T) -> hyper::Result<StatusCode> {
    let (mut sender, connection) = http2::handshake(TokioExecutor::new(), io).await?;
    tokio::spawn(connection);
    Ok(sender.send_request(Request::new(Empty::<Bytes>::new())).await?.status())
}
