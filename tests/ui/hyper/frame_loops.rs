use futures::{StreamExt, TryStreamExt};
use http_body_util::{BodyExt, BodyStream, Empty, Limited};
use hyper::{Uri, body::Bytes};
use hyper_util::client::legacy::{Client, connect::HttpConnector};

type Http = Client<HttpConnector, Empty<Bytes>>;
type Error = Box<dyn std::error::Error + Send + Sync>;

pub async fn to_the_end(client: &Http, uri: Uri) -> Result<usize, Error> {
    let mut body = client.get(uri).await?.into_body();
    let mut length = 0;
    while let Some(frame) = body.frame().await {
        if let Ok(data) = frame?.into_data() {
            length += data.len();
        }
    }
    Ok(length)
}

pub async fn stopped(client: &Http, uri: Uri) -> Result<usize, Error> {
    let mut body = client.get(uri).await?.into_body(); //~ partly_read
    let mut length = 0;
    while let Some(frame) = body.frame().await {
        length += frame?.data_ref().map_or(0, Bytes::len);
        if length > 1024 {
            break;
        }
    }
    Ok(length)
}

pub async fn one_frame(client: &Http, uri: Uri) -> Result<bool, Error> {
    let mut response = client.get(uri).await?; //~ partly_read
    Ok(response.frame().await.is_some())
}

pub async fn limited(client: &Http, uri: Uri) -> Result<Bytes, Error> {
    let body = client.get(uri).await?.into_body(); //~ partly_read
    Ok(Limited::new(body, 64 << 10).collect().await?.to_bytes())
}

pub async fn as_a_stream(client: &Http, uri: Uri) -> Result<usize, Error> {
    let frames: Vec<_> = BodyStream::new(client.get(uri).await?.into_body()).try_collect().await?;
    Ok(frames.len())
}

pub async fn first_of_a_stream(client: &Http, uri: Uri) -> Result<bool, Error> {
    let mut data = client.get(uri).await?.into_body().into_data_stream(); //~ partly_read
    Ok(data.next().await.is_some())
}
