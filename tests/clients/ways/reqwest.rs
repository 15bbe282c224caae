//! Ways of reqwest, async.
//! reuse: one_read

use futures_util::{StreamExt, TryStreamExt};
use http_body_util::BodyExt;
use reqwest::{
    Body, Client, Request, RequestBuilder, Response,
    multipart::{Form, Part},
};
use tower::ServiceExt;
use tower_service::Service;

use crate::{Ask, Error};

//@ reuse: +++ +--- -
pub async fn drop_at_once(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_body
    drop(response);
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn look_at_the_head(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?; //~ unread_body
    let _ = (response.status(), response.version(), response.headers().len(), response.url().as_str());
    let _ = (response.headers_mut().len(), response.remote_addr(), response.content_length());
    let _ = (response.extensions().len(), response.extensions_mut().len(), response.cookies().count());
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn text(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    response.text().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn text_of_a_request_that_was_built(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().build()?;
    ask.client.execute(request).await?.text().await?;
    Ok(())
}

//@ body: json
//@ reuse: +++ ++++ -
pub async fn json(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    response.json::<String>().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn what_is_not_json(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    response.json::<String>().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn bytes(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    response.bytes().await?;
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn read_that_is_not_awaited(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_body
    drop(response.bytes());
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn chunks_to_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    while let Some(chunk) = response.chunk().await? {
        drop(chunk);
    }
    Ok(())
}

//@ reuse: +++ ++-- -
pub async fn one_piece(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?; //~ partly_read
    response.chunk().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn stream_to_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut stream = ask.request().send().await?.bytes_stream();
    while let Some(chunk) = stream.next().await {
        chunk?;
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn stream_collected(ask: &mut Ask<Client>) -> Result<(), Error> {
    let stream = ask.request().send().await?.bytes_stream();
    stream.try_collect::<Vec<_>>().await?;
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn stream_that_is_dropped(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_body
    let _stream = response.bytes_stream();
    Ok(())
}

//@ reuse: +++ ++-- -
pub async fn one_piece_of_a_stream(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut stream = ask.request().send().await?.bytes_stream(); //~ partly_read
    stream.next().await;
    Ok(())
}

//@ status: 500
//@ reuse: +++ +--- -
pub async fn error_status(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_error_status
    response.error_for_status()?.bytes().await?;
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn error_for_status_that_is_none(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_body
    response.error_for_status()?;
    Ok(())
}

//@ status: 500
//@ reuse: +++ +--- -
pub async fn error_for_status_ref(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_error_status
    response.error_for_status_ref()?;
    response.bytes().await?;
    Ok(())
}

//@ status: 500
//@ reuse: +++ ++++ -
pub async fn error_that_is_read(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    if let Err(error) = response.error_for_status_ref() {
        response.text().await?;
        return Err(error.into());
    }
    response.bytes().await?;
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn turned_into_one_of_http(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_body
    let response = http::Response::<reqwest::Body>::from(response);
    drop(response.into_parts());
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn turned_into_one_of_http_and_collected(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    let response = http::Response::<reqwest::Body>::from(response);
    response.into_body().collect().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn turned_back_from_one_of_http(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    let response = Response::from(http::Response::<reqwest::Body>::from(response));
    response.bytes().await?;
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn turned_into_a_body(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_body
    let _body = reqwest::Body::from(response);
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn turned_into_a_body_and_collected(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    reqwest::Body::from(response).collect().await?;
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn execute(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().build()?;
    ask.client.execute(request).await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn service_call(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().build()?;
    Service::call(&mut ask.client, request).await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn service_call_by_reference(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().build()?;
    let mut client = &ask.client;
    client.call(request).await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn built_in_two_parts(ask: &mut Ask<Client>) -> Result<(), Error> {
    let (client, request) = ask.request().build_split();
    let _response = RequestBuilder::from_parts(client, request?).send().await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn cloned_request(ask: &mut Ask<Client>) -> Result<(), Error> {
    if let Some(request) = ask.request().try_clone() {
        request.send().await?; //~ unread_body
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn head_by_its_method(ask: &mut Ask<Client>) -> Result<(), Error> {
    if ask.method == "HEAD" {
        ask.client.head(&ask.url).send().await?;
    } else {
        ask.client.get(&ask.url).send().await?.bytes().await?;
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn empty_as_it_says(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    if response.content_length() != Some(0) {
        response.bytes().await?;
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn status_without_a_body(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    if response.status() == reqwest::StatusCode::NO_CONTENT {
        return Ok(());
    }
    response.bytes().await?;
    Ok(())
}

//@ reuse: .++ +--- -
pub async fn get(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.get(&ask.url).send().await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ +--- -
pub async fn post(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.post(&ask.url).body("body").send().await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ +--- -
pub async fn put(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.put(&ask.url).json("text").send().await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ +--- -
pub async fn patch(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.patch(&ask.url).send().await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ +--- -
pub async fn delete(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.delete(&ask.url).send().await?; //~ unread_body
    Ok(())
}

//@ body: json
//@ reuse: +++ ++++ -
pub async fn text_with_charset(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.request().send().await?.text_with_charset("utf-8").await?;
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn oneshot(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().build()?;
    ask.client.clone().oneshot(request).await?; //~ unread_body
    Ok(())
}

//@ silent: an upgrade that is refused is taken for one
//@ reuse: +++ +--- -
pub async fn upgrade_that_is_refused(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.request().send().await?.upgrade().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    ask.client.post(&ask.elsewhere).body(response).send().await?.bytes().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_as_a_stream(ask: &mut Ask<Client>) -> Result<(), Error> {
    let stream = ask.request().send().await?.bytes_stream();
    ask.client.post(&ask.elsewhere).body(Body::wrap_stream(stream)).send().await?.bytes().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_in_a_request_of_http(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    let request = http::Request::post(&ask.elsewhere).body(response)?;
    ask.client.execute(Request::try_from(request)?).await?.bytes().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_in_a_form(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    let form = Form::new().text("key", "value").part("file", Part::stream(response).file_name("name"));
    ask.client.post(&ask.elsewhere).multipart(form).send().await?.bytes().await?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn sent_on_in_a_form_with_its_length(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    let length = response.content_length().unwrap_or(200);
    let form = Form::new().part("file", Part::stream_with_length(response, length));
    ask.client.post(&ask.elsewhere).multipart(form).send().await?.bytes().await?;
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn form_that_is_not_sent(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_body
    let _form = Form::new().part("file", Part::stream(response).mime_str("text/plain")?);
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn wrapped_and_dropped(ask: &mut Ask<Client>) -> Result<(), Error> {
    let stream = ask.request().send().await?.bytes_stream(); //~ unread_body
    let _body = Body::wrap_stream(stream);
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn wrapped_and_collected(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    Body::wrap(Body::from(response)).collect().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_as_the_stream_of_a_form(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    let stream = Form::new().part("file", Part::stream(response)).into_stream();
    ask.client.post(&ask.elsewhere).body(Body::wrap_stream(stream)).send().await?.bytes().await?;
    Ok(())
}

//@ reuse: .-- ---- -
pub async fn client_of_one_request(ask: &mut Ask<Client>) -> Result<(), Error> {
    reqwest::get(&ask.url).await?;
    Ok(())
}

//@ reuse: .-- ---- -
pub async fn no_idle_connections(ask: &mut Ask<Client>) -> Result<(), Error> {
    let client = Client::builder().pool_max_idle_per_host(0).build()?; //~ reuse_disabled
    ask.client = client.clone();
    client.get(&ask.url).send().await?;
    Ok(())
}

//@ reuse: +++ +++- -
pub async fn all_bytes_but_not_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?; //~ partly_read
    let mut left = response.content_length().unwrap_or(200) as usize;
    while left > 0 {
        let Some(chunk) = response.chunk().await? else { break };
        left = left.saturating_sub(chunk.len());
    }
    Ok(())
}
