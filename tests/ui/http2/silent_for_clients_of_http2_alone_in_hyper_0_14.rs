//@ dependency: hyper = { version = "0.14", features = ["full", "backports"] }
use hyper::{
    Body, Client, Request, Result, StatusCode, Uri,
    client::{HttpConnector, conn},
};
use tokio::io::{AsyncRead, AsyncWrite};

pub async fn pooled(uri: Uri) -> Result<StatusCode> {
    let client: Client<HttpConnector> = Client::builder().http2_only(true).build_http();
    client.get(uri.clone()).await?;
    Ok(client.get(uri).await?.status())
}

pub async fn one_connection<T>(io: T) -> Result<StatusCode>
where
    T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = conn::Builder::new().http2_only(true).handshake(io).await?;
    tokio::spawn(connection);
    sender.send_request(Request::new(Body::empty())).await?;
    Ok(sender.send_request(Request::new(Body::empty())).await?.status())
}

#[derive(Clone)]
struct Executor;

impl<F: std::future::Future<Output = ()> + Send + 'static> hyper::rt::Executor<F> for Executor {
    fn execute(&self, future: F) {
        tokio::spawn(future);
    }
}

pub async fn by_its_own_module<T>(io: T) -> Result<StatusCode>
where
    T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = conn::http2::handshake(Executor, io).await?;
    tokio::spawn(connection);
    sender.send_request(Request::new(Body::empty())).await?;
    Ok(sender.send_request(Request::new(Body::empty())).await?.status())
}

pub async fn sent_on<T>(client: &Client<HttpConnector>, uri: Uri, io: T) -> Result<StatusCode>
where
    T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = conn::http2::handshake(Executor, io).await?;
    tokio::spawn(connection);
    let response = client.get(uri).await?;
    Ok(sender.send_request(Request::new(response.into_body())).await?.status())
}
