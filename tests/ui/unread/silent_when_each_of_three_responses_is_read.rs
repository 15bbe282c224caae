use http_body_util::{BodyExt, Empty};
use hyper::{Uri, body::Bytes};
use hyper_util::client::legacy::{Client, connect::HttpConnector};

type Error = Box<dyn std::error::Error + Send + Sync>;

pub async fn by_one_variable(client: &Client<HttpConnector, Empty<Bytes>>, uri: Uri) -> Result<usize, Error> {
    let mut response = client.get(uri.clone()).await?;
    let mut length = response.body_mut().collect().await?.to_bytes().len();
    response = client.get(uri.clone()).await?;
    length += response.body_mut().collect().await?.to_bytes().len();
    println!("{response:?}");
    response = client.get(uri).await?;
    Ok(length + response.into_body().collect().await?.to_bytes().len())
}

pub async fn by_another_name(client: &Client<HttpConnector, Empty<Bytes>>, uri: Uri) -> Result<Bytes, Error> {
    let response = client.get(uri).await?;
    let body = response.into_body();
    let alias = body;
    Ok(alias.collect().await?.to_bytes())
}
