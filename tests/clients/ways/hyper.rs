//! Ways of hyper's client of one connection.
//! reuse: one_read

use http_body_util::{BodyExt, Empty};
use hyper::{
    Request,
    body::{Body, Bytes},
    client::conn::http1::SendRequest,
};

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
pub async fn one_piece(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut body = ask.client.send_request(ask.request()?).await?.into_body(); //~ partly_read
    body.frame().await;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut elsewhere = crate::connect(&ask.elsewhere).await?;
    let response = ask.client.send_request(ask.request()?).await?;
    let request = Request::post("/").body(response.into_body())?;
    elsewhere.send_request(request).await?.into_body().collect().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_by_try_send_request(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut elsewhere = crate::connect(&ask.elsewhere).await?;
    let response = ask.client.send_request(ask.request()?).await?;
    let request = Request::post("/").body(response.into_body())?;
    let answer = elsewhere.try_send_request(request).await.map_err(|error| error.into_error())?;
    answer.into_body().collect().await?;
    Ok(())
}

//@ silent: that it is no upgrade shows only when somebody waits for it
//@ reuse: +++ +--- -
pub async fn upgrade_that_is_none(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.send_request(ask.request()?).await?;
    hyper::upgrade::on(response).await?;
    Ok(())
}

//@ reuse: +++ +++- -
pub async fn all_bytes_but_not_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut body = ask.client.send_request(ask.request()?).await?.into_body(); //~ partly_read
    let mut left = body.size_hint().exact().unwrap_or(200) as usize;
    while left > 0 {
        let Some(frame) = body.frame().await else { break };
        left = left.saturating_sub(frame?.into_data().map_or(0, |data| data.len()));
    }
    Ok(())
}
