use std::io::{BufReader, Read};

use bytes::Bytes;
use futures::{Stream, TryStreamExt};
use http_body_util::{BodyExt, combinators::UnsyncBoxBody};
use hyper::body::{Body, Incoming};
use hyper_util::client::legacy::{Client, Error, connect::HttpConnector};
use tokio::io::AsyncRead;
use tokio_util::io::StreamReader;

type Http = Client<HttpConnector, String>;

pub fn reader(client: &reqwest::blocking::Client, url: &str) -> reqwest::Result<impl Read + use<>> {
    client.get(url).send()
}

pub fn boxed_reader(client: &reqwest::blocking::Client, url: &str) -> reqwest::Result<Box<dyn Read>> {
    let response = client.get(url).send()?;
    Ok(Box::new(BufReader::new(response)))
}

pub async fn async_reader(client: &reqwest::Client, url: &str) -> reqwest::Result<impl AsyncRead + use<>> {
    let response = client.get(url).send().await?;
    Ok(StreamReader::new(response.bytes_stream().map_err(std::io::Error::other)))
}

pub async fn body(client: &Http, uri: http::Uri) -> Result<Incoming, Error> {
    Ok(client.get(uri).await?.into_body())
}

pub async fn some_body(client: &Http, uri: http::Uri) -> Result<impl Body<Data = Bytes> + use<>, Error> {
    let response = client.get(uri).await?;
    println!("{}", response.status());
    Ok(response.into_body())
}

pub async fn boxed_body(client: &Http, uri: http::Uri) -> Result<UnsyncBoxBody<Bytes, hyper::Error>, Error> {
    client.get(uri).await.map(|response| response.into_body().boxed_unsync())
}

pub async fn stream(
    client: &Http,
    uri: http::Uri,
) -> Result<impl Stream<Item = Result<Bytes, hyper::Error>> + use<>, Error> {
    Ok(client.get(uri).await?.into_data_stream())
}
