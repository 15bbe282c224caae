//@ dependency: hyper = { version = "0.14", features = ["full"] }
use std::{
    future::poll_fn,
    pin::{Pin, pin},
    task::{Context, Poll},
};

use hyper::{Client, Result, Uri, body::HttpBody, client::HttpConnector};

type Http = Client<HttpConnector>;

pub async fn one_piece(client: &Http, uri: Uri, cx: &mut Context<'_>) -> Result<bool> {
    let mut body = client.get(uri).await?.into_body(); //~ partly_read
    Ok(matches!(HttpBody::poll_data(Pin::new(&mut body), cx), Poll::Ready(Some(Ok(_)))))
}

pub async fn one_piece_by_a_method(client: &Http, uri: Uri, cx: &mut Context<'_>) -> Result<bool> {
    let mut body = client.get(uri).await?.into_body(); //~ MISS partly_read -- what a pinned reference points to is not known to methods
    Ok(matches!(Pin::new(&mut body).poll_data(cx), Poll::Ready(Some(Ok(_)))))
}

pub async fn to_the_end(client: &Http, uri: Uri) -> Result<()> {
    let mut body = client.get(uri).await?.into_body();
    while let Some(data) = poll_fn(|cx| HttpBody::poll_data(Pin::new(&mut body), cx)).await {
        data?;
    }
    Ok(())
}

pub async fn pinned_to_the_end(client: &Http, uri: Uri) -> Result<()> {
    let body = client.get(uri).await?.into_body(); //~ FALSE unread_body -- as_mut is not known of what a macro has pinned
    let mut body = pin!(body);
    while let Some(data) = poll_fn(|cx| body.as_mut().poll_data(cx)).await {
        data?;
    }
    Ok(())
}
