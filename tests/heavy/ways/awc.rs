//! Ways of awc.
//! reuse: at_end

use actix_http::HttpMessage;
use awc::{Client, JsonBody, ResponseBody, body::BodyStream};
use futures_util::StreamExt;

use crate::{Ask, Error};

//@ reuse: +++ ---- -
pub async fn drop_at_once(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_body
    drop(response);
    Ok(())
}

//@ reuse: +++ ---- -
pub async fn look_at_the_head(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_body
    let _ = (response.status(), response.version(), response.headers().len());
    let _ = (response.cookies().is_ok(), response.cookie("key"));
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn body(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    response.body().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn body_by_its_type(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    ResponseBody::new(&mut response).limit(1 << 20).await?;
    Ok(())
}

//@ reuse: +++ ---- -
pub async fn body_that_is_not_awaited(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?; //~ unread_body
    drop(response.body());
    Ok(())
}

//@ silent: an error of a whole read is taken for a body that failed
//@ reuse: +++ ---- -
pub async fn limit_that_is_too_small(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    response.body().limit(10).await?;
    Ok(())
}

//@ silent: what is not sent as JSON is not read
//@ reuse: +++ ---- -
pub async fn json_of_another_type(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    response.json::<String>().await?;
    Ok(())
}

//@ body: json
//@ reuse: +++ ++++ -
pub async fn json(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    response.json::<String>().await?;
    Ok(())
}

//@ body: json
//@ reuse: +++ ++++ -
pub async fn json_by_its_type(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    JsonBody::<_, String>::new(&mut response).limit(1 << 20).await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn stream_to_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    while let Some(bytes) = response.next().await {
        bytes?;
    }
    Ok(())
}

//@ reuse: +++ ---- -
pub async fn one_piece(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?; //~ partly_read
    response.next().await;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn timeout_of_the_read(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    response.timeout(std::time::Duration::from_secs(5)).body().await?;
    Ok(())
}

//@ reuse: +++ ---- -
pub async fn frozen(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().freeze()?;
    request.send().await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn frozen_and_read(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().freeze()?;
    request.extra_header(("key", "value")).send().await?.body().await?;
    Ok(())
}

//@ reuse: .++ ---- -
pub async fn get(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.get(&ask.url).send().await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub async fn send_body(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.post(&ask.url).send_body("body").await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub async fn send_json(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.put(&ask.url).send_json(&"text").await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub async fn send_form(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.patch(&ask.url).send_form(&[("key", "value")]).await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub async fn frozen_send_body(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.post(&ask.url).freeze()?.send_body("body").await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub async fn frozen_send_json(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.post(&ask.url).freeze()?.send_json(&"text").await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn head_by_its_method(ask: &mut Ask<Client>) -> Result<(), Error> {
    if ask.method == "HEAD" {
        ask.client.head(&ask.url).send().await?;
    } else {
        ask.client.get(&ask.url).send().await?.body().await?;
    }
    Ok(())
}

//@ reuse: --- ---- -
pub async fn closed_by_force(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.request().force_close().send().await?; //~ reuse_disabled
    Ok(())
}

//@ reuse: +++ ---- -
pub async fn payload_that_is_taken(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?; //~ unread_body
    drop(response.take_payload());
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn payload_that_is_read(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    let mut payload = response.take_payload();
    while let Some(bytes) = payload.next().await {
        bytes?;
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn mapped_body(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    response.map_body(|_, payload| payload).body().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    ask.client.post(&ask.elsewhere).send_stream(response).await?.body().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_as_a_body(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    ask.client.post(&ask.elsewhere).send_body(BodyStream::new(response)).await?.body().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn frozen_sent_on(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.client.post(&ask.elsewhere).freeze()?;
    let response = ask.request().send().await?;
    request.send_stream(response).await?.body().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn frozen_sent_on_as_a_body(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.client.post(&ask.elsewhere).freeze()?;
    let response = ask.request().send().await?;
    request.send_body(BodyStream::new(response)).await?.body().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn frozen_sent_on_with_a_header(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.client.post(&ask.elsewhere).freeze()?;
    let response = ask.request().send().await?;
    request.extra_header(("key", "value")).send_stream(response).await?.body().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn frozen_sent_on_as_a_body_with_a_header(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.client.post(&ask.elsewhere).freeze()?;
    let response = ask.request().send().await?;
    request.extra_header(("key", "value")).send_body(BodyStream::new(response)).await?.body().await?;
    Ok(())
}

//@ reuse: .++ ---- -
pub async fn frozen_send_form(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.post(&ask.url).freeze()?.send_form(&[("key", "value")]).await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub async fn frozen_send_with_a_header(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.post(&ask.url).freeze()?.extra_header(("key", "value")).send().await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub async fn frozen_send_json_with_a_header(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.post(&ask.url).freeze()?.extra_header(("key", "value")).send_json("text").await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub async fn frozen_send_form_with_a_header(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.post(&ask.url).freeze()?.extra_header(("key", "value")).send_form([("key", "value")]).await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub async fn delete(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.delete(&ask.url).send().await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub async fn options(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.options(&ask.url).send().await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ---- -
pub async fn all_bytes_but_not_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?; //~ partly_read
    let length = response.headers().get("content-length").and_then(|length| length.to_str().ok()?.parse().ok());
    let mut left: usize = length.unwrap_or(200);
    while left > 0 {
        let Some(bytes) = response.next().await else { break };
        left = left.saturating_sub(bytes?.len());
    }
    Ok(())
}
