//! Ways of hyper 0.14's client with a pool.
//! reuse: one_read

use std::{future::poll_fn, pin::Pin};

use futures_util::StreamExt;
use hyper_0_14::{
    Body, Request,
    body::HttpBody,
    client::{Client as Pooled, HttpConnector},
};
use tower::ServiceExt;
use tower_service::Service;

use crate::{Ask, Error};

/// What asks here.
pub type Client = Pooled<HttpConnector>;

//@ reuse: +++ +--- -
pub async fn drop_at_once(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.request(ask.request()?).await?; //~ unread_body
    drop(response);
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn look_at_the_head(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.request(ask.request()?).await?; //~ unread_body
    let _ = (response.status(), response.version(), response.headers().len());
    let _ = (response.body().is_end_stream(), response.body().size_hint());
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn parts_of_which_the_head_is_kept(ask: &mut Ask<Client>) -> Result<(), Error> {
    let (head, _body) = ask.client.request(ask.request()?).await?.into_parts(); //~ unread_body
    let _status = head.status;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn to_bytes(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.request(ask.request()?).await?;
    hyper_0_14::body::to_bytes(response.into_body()).await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn aggregate(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.request(ask.request()?).await?;
    hyper_0_14::body::aggregate(response.into_body()).await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn collect(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.request(ask.request()?).await?;
    HttpBody::collect(response.into_body()).await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn data_to_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut body = ask.client.request(ask.request()?).await?.into_body();
    while let Some(data) = body.data().await {
        data?;
    }
    Ok(())
}

//@ reuse: +++ ++-- -
pub async fn one_piece(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut body = ask.client.request(ask.request()?).await?.into_body(); //~ partly_read
    body.data().await;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn polled_to_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut body = ask.client.request(ask.request()?).await?.into_body();
    while let Some(data) = poll_fn(|cx| Pin::new(&mut body).poll_data(cx)).await {
        data?;
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn stream_to_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut body = ask.client.request(ask.request()?).await?.into_body();
    while let Some(data) = body.next().await {
        data?;
    }
    Ok(())
}

//@ reuse: +++ ++-- -
pub async fn one_piece_of_the_stream(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut body = ask.client.request(ask.request()?).await?.into_body(); //~ partly_read
    body.next().await;
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn service_call(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request()?;
    Service::call(&mut ask.client, request).await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn service_call_by_reference(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut client = &ask.client;
    client.call(ask.request()?).await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn oneshot(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.clone().oneshot(ask.request()?).await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ +--- -
pub async fn get(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.get(ask.url.parse()?).await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn head_by_its_method(ask: &mut Ask<Client>) -> Result<(), Error> {
    if ask.method == "HEAD" {
        ask.client.request(Request::head(&ask.url).body(Body::empty())?).await?;
    } else {
        hyper_0_14::body::to_bytes(ask.client.get(ask.url.parse()?).await?).await?;
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.request(ask.request()?).await?;
    let request = Request::post(&ask.elsewhere).body(response.into_body())?;
    hyper_0_14::body::to_bytes(ask.client.request(request).await?).await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_as_a_stream(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.request(ask.request()?).await?;
    let request = Request::post(&ask.elsewhere).body(Body::wrap_stream(response.into_body()))?;
    hyper_0_14::body::to_bytes(ask.client.request(request).await?).await?;
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn wrapped_and_dropped(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.request(ask.request()?).await?; //~ unread_body
    let _body = Body::wrap_stream(response.into_body());
    Ok(())
}

//@ reuse: --- ---- -
pub async fn no_idle_connections(ask: &mut Ask<Client>) -> Result<(), Error> {
    let client = Pooled::builder().pool_max_idle_per_host(0).build_http(); //~ reuse_disabled
    ask.client = client.clone();
    client.request(ask.request()?).await?;
    Ok(())
}

//@ silent: that it is no upgrade shows only when somebody waits for it
//@ reuse: +++ +--- -
pub async fn upgrade_that_is_none(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.request(ask.request()?).await?;
    hyper_0_14::upgrade::on(response).await?;
    Ok(())
}

//@ reuse: +++ +++- -
pub async fn all_bytes_but_not_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut body = ask.client.request(ask.request()?).await?.into_body(); //~ partly_read
    let mut left = body.size_hint().exact().unwrap_or(200) as usize;
    while left > 0 {
        let Some(data) = body.data().await else { break };
        left = left.saturating_sub(data?.len());
    }
    Ok(())
}
