use http_body_util::Empty;
use hyper::{
    Response,
    body::{Bytes, Incoming},
};
use hyper_util::client::legacy::{Client, Error, connect::HttpConnector};

type Http = Client<HttpConnector, Empty<Bytes>>;

fn is_up(response: Response<Incoming>) -> bool { //~ unread_body
    response.status().is_success()
}

fn log(response: &Response<Incoming>) {
    println!("{}", response.status());
}

fn ignore(_: Response<Incoming>) {} //~ unread_body

pub async fn by_value(client: &Http, uri: hyper::Uri) -> Result<bool, Error> {
    let response = client.get(uri).await?;
    Ok(is_up(response))
}

pub async fn by_reference(client: &Http, uri: hyper::Uri) -> Result<(), Error> {
    let response = client.get(uri).await?; //~ unread_body
    log(&response);
    Ok(())
}

pub async fn ignored(client: &Http, uri: hyper::Uri) -> Result<(), Error> {
    ignore(client.get(uri).await?);
    Ok(())
}
