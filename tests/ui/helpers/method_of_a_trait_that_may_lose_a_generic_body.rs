use anyhow::{Context, Error, Result};
use bytes::Bytes;
use http::{Response, header};
use http_body_util::{BodyExt, Empty};
use hyper::{Uri, body::Body};
use hyper_util::client::legacy::{Client, connect::HttpConnector};

type Http = Client<HttpConnector, Empty<Bytes>>;

pub trait FromResponse: Sized {
    async fn from_response<B>(response: Response<B>) -> Result<Self>
    where
        B: Body<Data = Bytes>,
        Error: From<B::Error>;
}

pub struct Page {
    pub kind: String,
    pub text: Bytes,
}

impl FromResponse for Page {
    async fn from_response<B>(response: Response<B>) -> Result<Page> //~ unread_on_exit
    where
        B: Body<Data = Bytes>,
        Error: From<B::Error>,
    {
        let kind = response.headers().get(header::CONTENT_TYPE).context("no type")?.to_str()?.to_owned();
        Ok(Page { kind, text: response.into_body().collect().await?.to_bytes() })
    }
}

pub async fn first(client: &Http) -> Result<Page> {
    Page::from_response(client.get(Uri::from_static("http://first")).await?).await
}

pub async fn second<T: FromResponse>(client: &Http) -> Result<T> {
    T::from_response(client.get(Uri::from_static("http://second")).await?).await
}
