//! Ways of hyper 0.14's client of one connection, as its `backports` have it.
//! reuse: one_read

use hyper_0_14::{Body, Request, body::to_bytes, client::conn::http1::SendRequest};

use crate::{Ask, Error};

/// What asks here.
pub type Client = SendRequest<Body>;

//@ reuse: +++ +--- -
pub async fn drop_at_once(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.send_request(ask.request()?).await?; //~ unread_body
    drop(response);
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn read_to_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.send_request(ask.request()?).await?;
    to_bytes(response).await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut elsewhere = crate::connect_0_14_http1(&ask.elsewhere).await?;
    let response = ask.client.send_request(ask.request()?).await?;
    let request = Request::post("/").body(response.into_body())?;
    to_bytes(elsewhere.send_request(request).await?).await?;
    Ok(())
}
