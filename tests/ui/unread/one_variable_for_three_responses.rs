use http_body_util::Empty;
use hyper::{Uri, body::Bytes};
use hyper_util::client::legacy::{Client, Error, connect::HttpConnector};

pub async fn printed(client: &Client<HttpConnector, Empty<Bytes>>, uri: Uri) -> Result<(), Error> {
    let mut response = client.get(uri.clone()).await?; //~ unread_body
    println!("{response:?}");
    response = client.get(uri.clone()).await?; //~ unread_body
    println!("{}", response.status());
    response = client.get(uri).await?; //~ unread_body
    println!("{:?}", response.body());
    Ok(())
}
