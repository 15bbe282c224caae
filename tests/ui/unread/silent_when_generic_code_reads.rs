use bytes::Buf;
use http_body_util::BodyExt;
use hyper::{Request, Response, body::Body};
use hyper_util::client::legacy::{Client, connect::Connect};

type BoxError = Box<dyn std::error::Error + Send + Sync>;

async fn length<B>(response: Response<B>) -> Result<usize, B::Error>
where
    B: Body,
{
    Ok(response.into_body().collect().await?.aggregate().remaining())
}

async fn finish<B: Body + Unpin>(body: &mut B) {
    while let Some(Ok(_)) = body.frame().await {}
}

pub async fn by_a_helper<C, B>(client: &Client<C, B>, request: Request<B>) -> Result<usize, BoxError>
where
    C: Connect + Clone + Send + Sync + 'static,
    B: Body + Send + Unpin + 'static,
    B::Data: Send,
    B::Error: Into<BoxError>,
{
    Ok(length(client.request(request).await?).await?)
}

pub async fn in_place<C, B>(client: &Client<C, B>, request: Request<B>) -> Result<u16, BoxError>
where
    C: Connect + Clone + Send + Sync + 'static,
    B: Body + Send + Unpin + 'static,
    B::Data: Send,
    B::Error: Into<BoxError>,
{
    let mut response = client.request(request).await?;
    finish(response.body_mut()).await;
    Ok(response.status().as_u16())
}
