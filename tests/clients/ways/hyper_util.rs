//! Ways of hyper-util's client with a pool.
//! reuse: one_read

use futures_util::StreamExt;
use http::{Request, Uri};
use http_body_util::{BodyExt, BodyStream, Empty, Limited};
use hyper::body::{Body, Bytes};
use hyper_util::{
    client::legacy::{self, connect::HttpConnector},
    rt::TokioExecutor,
};
use tower::ServiceExt;
use tower_service::Service;

use crate::{Ask, Error};

type Client = legacy::Client<HttpConnector, Empty<Bytes>>;

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
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn parts_of_which_the_head_is_kept(ask: &mut Ask<Client>) -> Result<(), Error> {
    let (head, _body) = ask.client.request(ask.request()?).await?.into_parts(); //~ unread_body
    let _status = head.status;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn collect(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.request(ask.request()?).await?;
    response.into_body().collect().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn frames_to_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut body = ask.client.request(ask.request()?).await?.into_body();
    while let Some(frame) = body.frame().await {
        frame?;
    }
    Ok(())
}

//@ reuse: +++ ++-- -
pub async fn one_piece(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut body = ask.client.request(ask.request()?).await?.into_body(); //~ partly_read
    body.frame().await;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn stream_of_frames(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut stream = BodyStream::new(ask.client.request(ask.request()?).await?.into_body());
    while let Some(frame) = stream.next().await {
        frame?;
    }
    Ok(())
}

//@ reuse: +++ ++-- -
pub async fn limit_that_is_too_small(ask: &mut Ask<Client>) -> Result<(), Error> {
    let body = ask.client.request(ask.request()?).await?.into_body(); //~ partly_read
    Limited::new(body, 10).collect().await?;
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

//@ reuse: +++ ++++ -
pub async fn future_that_is_kept(ask: &mut Ask<Client>) -> Result<(), Error> {
    let future = ask.client.request(ask.request()?);
    let response = future.await?;
    response.collect().await?;
    Ok(())
}

//@ reuse: .++ +--- -
pub async fn get(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.get(ask.url.parse::<Uri>()?).await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn head_by_its_method(ask: &mut Ask<Client>) -> Result<(), Error> {
    if ask.method == "HEAD" {
        ask.client.request(Request::head(&ask.url).body(Empty::new())?).await?;
    } else {
        ask.client.get(ask.url.parse::<Uri>()?).await?.collect().await?;
    }
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn oneshot(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.clone().oneshot(ask.request()?).await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.client.request(ask.request()?).await?;
    let elsewhere = legacy::Client::builder(TokioExecutor::new()).build_http();
    let request = Request::post(&ask.elsewhere).body(response.into_body())?;
    elsewhere.request(request).await?.collect().await?;
    Ok(())
}

//@ reuse: --- ---- -
pub async fn no_idle_connections(ask: &mut Ask<Client>) -> Result<(), Error> {
    let client = legacy::Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).build_http(); //~ reuse_disabled
    ask.client = client.clone();
    client.request(ask.request()?).await?;
    Ok(())
}

//@ reuse: +++ +++- -
pub async fn all_bytes_but_not_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut body = ask.client.request(ask.request()?).await?.into_body(); //~ partly_read
    let mut left = body.size_hint().exact().unwrap_or(200) as usize;
    while left > 0 {
        let Some(frame) = body.frame().await else { break };
        left = left.saturating_sub(frame?.into_data().map_or(0, |data| data.len()));
    }
    Ok(())
}
