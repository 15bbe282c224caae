use http_body_util::Empty;
use hyper::{Uri, body::Bytes};
use hyper_util::client::legacy::{Client, Error, connect::HttpConnector};
use net::{body, response};

type Http = Client<HttpConnector, Empty<Bytes>>;

pub async fn bodies(client: &Http, uri: Uri) -> Result<(), Error> {
    body::drain(client.get(uri.clone()).await?.into_body()).await;
    body::drain_all(client.get(uri.clone()).await?.into_body()).await;
    body::peek(client.get(uri.clone()).await?.into_body()).await; //~ partly_read
    body::close(client.get(uri.clone()).await?.into_body());
    let only_hinted = client.get(uri).await?; //~ unread_body
    body::hint(only_hinted.body());
    Ok(())
}

pub async fn responses(client: &Http, uri: Uri) -> Result<(), Error> {
    response::drain(client.get(uri.clone()).await?).await;
    response::peek(client.get(uri.clone()).await?).await;
    response::close(client.get(uri.clone()).await?);
    response::log_and_drain(&mut String::new(), client.get(uri.clone()).await?).await;
    let mut kept = client.get(uri).await?;
    response::drain_in_place(&mut kept).await;
    Ok(())
}

pub async fn drained_if_there_was_no_error(client: &Http, uri: Uri) -> Option<u16> {
    let response;
    if let Ok(got) = client.get(uri).await {
        response = got;
    } else {
        return None;
    }
    let status = response.status().as_u16();
    body::drain(response.into_body()).await;
    Some(status)
}
