use http_body_util::{BodyExt, Full};
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
};
use hyper_util::client::legacy::{Client, connect::HttpConnector};

type Http = Client<HttpConnector, Full<Bytes>>;
type Error = Box<dyn std::error::Error + Send + Sync>;

async fn fetch(client: &Http, request: Request<Full<Bytes>>) -> Result<Response<Bytes>, Error> {
    let (head, body) = client.request(request).await?.into_parts();
    let bytes = body.collect().await?.to_bytes();
    Ok(Response::from_parts(head, bytes))
}

async fn buffered(client: &reqwest::Client, url: &str) -> reqwest::Result<reqwest::Response> {
    let response = client.get(url).send().await?;
    let status = response.status();
    let bytes = response.bytes().await?;
    let mut again = Response::new(bytes);
    *again.status_mut() = status;
    Ok(again.into())
}

async fn as_before(client: &Http, request: Request<Full<Bytes>>) -> Result<Response<Full<Bytes>>, Error> {
    let response: Response<Incoming> = client.request(request).await?;
    let (head, body) = response.into_parts();
    Ok(Response::from_parts(head, Full::new(body.collect().await?.to_bytes())))
}

pub async fn discarded(client: &Http, request: Request<Full<Bytes>>) -> Result<(), Error> {
    fetch(client, request).await?;
    Ok(())
}

pub async fn only_the_status(client: &Http, request: Request<Full<Bytes>>) -> Result<u16, Error> {
    Ok(as_before(client, request).await?.status().as_u16())
}

pub async fn of_reqwest(client: &reqwest::Client, url: &str) -> reqwest::Result<bool> {
    Ok(buffered(client, url).await?.status().is_success())
}
