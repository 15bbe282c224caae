use http_body_util::{BodyExt, Empty};
use hyper::{
    Response,
    body::{Bytes, Incoming},
};
pub use hyper_util::client::legacy::Error;
use hyper_util::client::legacy::{Client, connect::HttpConnector};

pub type Http = Client<HttpConnector, Empty<Bytes>>;

pub async fn drain(response: Response<Incoming>) {
    let _ = response.into_body().collect().await;
}

pub fn look(response: Response<Incoming>) { //~ unread_body
    println!("{}", response.status());
}

pub async fn fetch(client: &Http, path: &'static str) -> Result<Response<Incoming>, Error> {
    client.get(hyper::Uri::from_static(path)).await
}
