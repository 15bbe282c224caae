use http_body_util::Empty;
use hyper::{
    Response, Uri,
    body::{Bytes, Incoming},
};
use hyper_util::client::legacy::{Client, Error, connect::HttpConnector};

type Http = Client<HttpConnector, Empty<Bytes>>;

fn ignore(_body: Incoming) {}

fn ignore_anything<T>(_: T) {}

fn no_longer(_: impl Sized) -> &'static str {
    "gone"
}

pub async fn to_a_function(client: &Http, uri: Uri) -> Result<(), Error> {
    let response = client.get(uri).await?; //~ unread_body
    ignore(response.into_body());
    Ok(())
}

pub async fn to_a_generic_function(client: &Http, uri: Uri) -> Result<(), Error> {
    ignore_anything(client.get(uri).await?); //~ unread_body
    Ok(())
}

pub async fn to_anything(client: &Http, uri: Uri) -> Result<&'static str, Error> {
    Ok(no_longer(client.get(uri).await?)) //~ unread_body
}

pub async fn to_a_closure(client: &Http, uri: Uri) -> Result<(), Error> {
    let response = client.get(uri).await?; //~ unread_body
    (|_body: Incoming| {})(response.into_body());
    Ok(())
}

pub async fn to_a_pattern(client: &Http, uri: Uri) -> Result<(), Error> {
    fn status(response: Response<Incoming>) -> u16 { //~ unread_body
        let (parts, ..) = response.into_parts();
        parts.status.as_u16()
    }
    println!("{}", status(client.get(uri).await?));
    Ok(())
}
