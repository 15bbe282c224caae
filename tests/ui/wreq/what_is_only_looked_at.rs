//@ dependency: wreq = '6.0.0-rc.31'
use tower::ServiceExt;
use wreq::{Client, Error, Request};

pub async fn head(client: &Client, url: &str) -> Result<bool, Error> {
    let mut response = client.get(url).send().await?; //~ unread_body
    let _ = (response.uri(), response.version(), response.headers().len(), response.cookies().count());
    let _ = (response.local_addr(), response.remote_addr(), response.extensions().len());
    let _ = (response.headers_mut().len(), response.extensions_mut().len());
    Ok(response.status().is_success())
}

pub async fn oneshot(client: Client, request: Request) -> Result<(), Error> {
    client.oneshot(request).await?; //~ unread_body
    Ok(())
}

pub async fn one_of_http(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send().await?; //~ unread_body
    let _response = http::Response::<wreq::Body>::from(response);
    Ok(())
}

pub async fn one_piece(client: &Client, url: &str) -> Result<bool, Error> {
    let mut response = client.get(url).send().await?; //~ partly_read
    Ok(response.chunk().await?.is_some())
}
