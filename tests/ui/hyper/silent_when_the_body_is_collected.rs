use http_body_util::{BodyExt, Empty, Full};
use hyper::{Request, Uri, body::Bytes};
use hyper_util::client::legacy::{Client, connect::HttpConnector};

type Http = Client<HttpConnector, Empty<Bytes>>;
type Error = Box<dyn std::error::Error + Send + Sync>;

pub async fn body(client: &Http, uri: Uri) -> Result<Bytes, Error> {
    Ok(client.get(uri).await?.into_body().collect().await?.to_bytes())
}

pub async fn response(client: &Http, uri: Uri) -> Result<Bytes, Error> {
    let response = client.get(uri).await?;
    Ok(response.collect().await?.to_bytes())
}

pub async fn parts(client: &Http, uri: Uri) -> Result<(u16, Bytes), Error> {
    let (head, body) = client.get(uri).await?.into_parts();
    let bytes = body.collect().await?.to_bytes();
    Ok((head.status.as_u16(), bytes))
}

pub async fn by_reference(client: &Http, uri: Uri) -> Result<u16, Error> {
    let mut response = client.get(uri).await?;
    let _ = response.body_mut().collect().await;
    Ok(response.status().as_u16())
}

pub async fn by_path(client: &Http, uri: Uri) -> Result<u16, Error> {
    let response = client.get(uri).await?;
    let status = response.status().as_u16();
    let _ = http_body_util::BodyExt::collect(response).await;
    Ok(status)
}

pub async fn wrapped(client: &Client<HttpConnector, Full<Bytes>>, uri: Uri) -> Result<Bytes, Error> {
    let request = Request::post(uri).body(Full::from("ping"))?;
    let body = client.request(request).await?.map(|body| body.map_err(Error::from)).into_body();
    Ok(body.collect().await?.to_bytes())
}
