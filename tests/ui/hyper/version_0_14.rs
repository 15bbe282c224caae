//@ dependency: hyper = { version = "0.14", features = ["full"] }

use hyper::{
    Body, Client, Error, StatusCode, Uri,
    body::{self, HttpBody},
    client::HttpConnector,
};

type Http = Client<HttpConnector>;

pub async fn status(client: &Http, uri: Uri) -> Result<StatusCode, Error> {
    Ok(client.get(uri).await?.status()) //~ unread_body
}

pub async fn early(client: &Http, uri: Uri) -> Result<Option<body::Bytes>, Error> {
    let response = client.get(uri).await?; //~ unread_on_exit
    if !response.status().is_success() {
        return Ok(None);
    }
    body::to_bytes(response.into_body()).await.map(Some)
}

pub async fn read(client: &Http, uri: Uri) -> Result<body::Bytes, Error> {
    let response = client.get(uri).await?;
    body::to_bytes(response.into_body()).await
}

pub async fn chunks(client: &Http, uri: Uri) -> Result<usize, Error> {
    let mut body: Body = client.get(uri).await?.into_body();
    let mut length = 0;
    while let Some(chunk) = body.data().await {
        length += chunk?.len();
    }
    Ok(length)
}

pub async fn first_chunk(client: &Http, uri: Uri) -> Result<bool, Error> {
    let mut response = client.get(uri).await?; //~ partly_read
    Ok(response.body_mut().data().await.is_some())
}
