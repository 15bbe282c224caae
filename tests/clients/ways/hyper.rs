//! Ways of hyper's client of one connection.
//! reuse: one_read

use http_body_util::{BodyExt, Empty};
use hyper::{body::Bytes, client::conn::http1::SendRequest};

use crate::{Ask, Error};

type Client = SendRequest<Empty<Bytes>>;

//@ reuse: +++ +--- -
pub async fn drop_at_once(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.send_request(ask.request()?).await?; //~ unread_body
    drop(response);
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn try_send_request(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.try_send_request(ask.request()?).await.map_err(|error| error.into_error())?; //~ unread_body
    let _status = response.status();
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn try_send_request_and_collect(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.try_send_request(ask.request()?).await.map_err(|error| error.into_error())?;
    response.into_body().collect().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn collect(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.send_request(ask.request()?).await?;
    response.into_body().collect().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn frames_to_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut body = ask.client.send_request(ask.request()?).await?.into_body();
    while let Some(frame) = body.frame().await {
        frame?;
    }
    Ok(())
}

//@ reuse: +++ ++-- -
pub async fn one_frame(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut body = ask.client.send_request(ask.request()?).await?.into_body(); //~ partly_read
    body.frame().await;
    Ok(())
}
