//! Ways of hyper 0.14's client of one connection, as it came with that version.
//! reuse: one_read

use hyper_0_14::{Body, Request, body::to_bytes, client::conn::SendRequest};
use tower_service::Service;

use crate::{Ask, Error};

/// What asks here.
pub type Client = SendRequest<Body>;

//@ reuse: +++ +--- -
pub async fn drop_at_once(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.send_request(ask.request()?).await?; //~ unread_body
    drop(response);
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn service_call(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request()?;
    ask.client.call(request).await?; //~ unread_body
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
    let mut elsewhere = crate::connect_0_14(&ask.elsewhere).await?;
    let response = ask.client.send_request(ask.request()?).await?;
    let request = Request::post("/").body(response.into_body())?;
    to_bytes(elsewhere.send_request(request).await?).await?;
    Ok(())
}
