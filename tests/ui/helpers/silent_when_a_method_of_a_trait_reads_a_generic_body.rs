use bytes::Bytes;
use http::Response;
use http_body_util::{BodyExt, Empty};
use hyper::{Uri, body::Body};
use hyper_util::client::legacy::{Client, Error, connect::HttpConnector};

type Http = Client<HttpConnector, Empty<Bytes>>;

pub trait FromResponse: Sized {
    async fn from_response<B: Body<Data = Bytes>>(response: Response<B>) -> Option<Self>;
}

pub struct Page {
    pub is_new: bool,
    pub text: Bytes,
}

impl FromResponse for Page {
    async fn from_response<B: Body<Data = Bytes>>(response: Response<B>) -> Option<Page> {
        let is_new = response.status().as_u16() == 201;
        let text = response.into_body().collect().await.ok()?.to_bytes();
        is_new.then_some(Page { is_new, text })
    }
}

pub async fn first(client: &Http) -> Result<Option<Page>, Error> {
    Ok(Page::from_response(client.get(Uri::from_static("http://first")).await?).await)
}

pub async fn second<T: FromResponse>(client: &Http) -> Result<Option<T>, Error> {
    Ok(T::from_response(client.get(Uri::from_static("http://second")).await?).await)
}
