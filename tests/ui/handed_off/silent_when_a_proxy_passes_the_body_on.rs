use futures::TryStreamExt;
use http_body_util::{BodyExt, combinators::BoxBody};
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
};
use hyper_util::client::legacy::{Client, Error, connect::HttpConnector};

type Http = Client<HttpConnector, Incoming>;

pub async fn whole(client: Http, request: Request<Incoming>) -> Result<Response<Incoming>, Error> {
    let mut response = client.request(request).await?;
    response.headers_mut().remove("connection");
    Ok(response)
}

pub async fn boxed(client: Http, request: Request<Incoming>) -> Result<Response<BoxBody<Bytes, hyper::Error>>, Error> {
    let response = client.request(request).await?;
    Ok(response.map(|body| body.boxed()))
}

pub async fn parts(client: Http, request: Request<Incoming>) -> Result<Response<Incoming>, Error> {
    let (mut head, body) = client.request(request).await?.into_parts();
    head.headers.remove("connection");
    Ok(Response::from_parts(head, body))
}

pub async fn into_a_request(client: &reqwest::Client, from: &str, to: &str) -> reqwest::Result<u16> {
    let source = client.get(from).send().await?;
    let body = reqwest::Body::wrap_stream(source.bytes_stream());
    let stored = client.put(to).body(body).send().await?;
    let status = stored.status().as_u16();
    stored.bytes().await?;
    Ok(status)
}

pub async fn as_a_stream(client: &reqwest::Client, url: &str) -> reqwest::Result<Response<reqwest::Body>> {
    let response = client.get(url).send().await?;
    let stream = response.bytes_stream().inspect_ok(|chunk| println!("{}", chunk.len()));
    Ok(Response::new(reqwest::Body::wrap_stream(stream)))
}
