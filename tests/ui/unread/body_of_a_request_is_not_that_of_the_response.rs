use http_body_util::{BodyExt, Full};
use hyper::{Request, body::Bytes};
use hyper_util::client::legacy::{Client, connect::HttpConnector};

type Http = Client<HttpConnector, Full<Bytes>>;
type Error = Box<dyn std::error::Error + Send + Sync>;

pub async fn built_here(client: &Http) -> Result<usize, Error> {
    let request = Request::post("http://echo").body(Full::new(Bytes::from_static(b"ping")))?;
    let length = request.body().clone().collect().await?.to_bytes().len();
    let response = client.request(request).await?; //~ unread_body
    println!("{}", response.status());
    Ok(length)
}

pub async fn built_by_reqwest(client: &reqwest::Client, request: reqwest::Request) -> reqwest::Result<usize> {
    let length = request.body().and_then(reqwest::Body::as_bytes).map_or(0, <[u8]>::len);
    let response = client.execute(request).await?; //~ unread_body
    println!("{}", response.status());
    Ok(length)
}

pub async fn both_read(client: &Http, request: Request<Full<Bytes>>) -> Result<usize, Error> {
    let length = request.body().clone().collect().await?.to_bytes().len();
    let response = client.request(request).await?;
    Ok(length + response.into_body().collect().await?.to_bytes().len())
}
