use http_body_util::{BodyExt, Empty};
use hyper::{Uri, body::Bytes};
use hyper_util::client::legacy::{Client, Error, connect::HttpConnector};

type Http = Client<HttpConnector, Empty<Bytes>>;

pub async fn status(client: &Http, uri: Uri) -> Result<u16, Error> {
    Ok(client.get(uri).await?.status().as_u16()) //~ unread_body
}

pub async fn parts(client: &Http, uri: Uri) -> Result<http::HeaderMap, Error> {
    let (head, _body) = client.get(uri).await?.into_parts(); //~ unread_body
    Ok(head.headers)
}

pub async fn parts_ignored(client: &Http, uri: Uri) -> Result<http::HeaderMap, Error> {
    let (head, _) = client.get(uri).await?.into_parts(); //~ unread_body
    Ok(head.headers)
}

pub async fn body_not_read(client: &Http, uri: Uri) -> Result<(), Error> {
    let _body = client.get(uri).await?.into_body().boxed(); //~ unread_body
    Ok(())
}

pub async fn body_replaced(client: &Http, uri: Uri) -> Result<hyper::Response<()>, Error> {
    Ok(client.get(uri).await?.map(|_| ())) //~ unread_body
}

pub async fn head_kept(client: &Http, uri: Uri) -> Result<http::response::Parts, Error> {
    let response = client.get(uri).await?; //~ unread_body
    Ok(response.into_parts().0)
}
