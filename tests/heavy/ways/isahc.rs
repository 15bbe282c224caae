//! Ways of isahc, blocking.
//! reuse: race

use std::io::{self, Read};

use isahc::{Body, HttpClient, ReadResponseExt, Request, ResponseExt};

use crate::{Ask, Error};

//@ reuse: +++ ???? -
pub fn drop_at_once(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let response = ask.client.send(ask.request()?)?; //~ unread_body
    drop(response);
    Ok(())
}

//@ reuse: +++ ???? -
pub fn body_that_is_taken(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let response = ask.client.send(ask.request()?)?; //~ unread_body
    drop(response.into_body());
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn consume(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.send(ask.request()?)?.consume()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn copy_to(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.send(ask.request()?)?.copy_to(io::sink())?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn copy_to_file(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.send(ask.request()?)?.copy_to_file("/dev/null")?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn bytes(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.send(ask.request()?)?.bytes()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn text(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.send(ask.request()?)?.text()?;
    Ok(())
}

//@ body: json
//@ reuse: +++ ++++ -
pub fn json(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.send(ask.request()?)?.json::<String>()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn read_to_end(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.send(ask.request()?)?.body_mut().read_to_end(&mut Vec::new())?;
    Ok(())
}

//@ reuse: +++ ???? -
pub fn one_piece(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.send(ask.request()?)?.body_mut().read(&mut [0; 10])?; //~ partly_read
    Ok(())
}

//@ reuse: .++ ???? -
pub fn get(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.get(&ask.url)?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ???? -
pub fn post(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.post(&ask.url, "body")?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ???? -
pub fn put(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.put(&ask.url, "body")?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ???? -
pub fn delete(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.delete(&ask.url)?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn head_by_its_method(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    if ask.method == "HEAD" {
        ask.client.head(&ask.url)?;
    } else {
        ask.client.send(Request::get(&ask.url).body(())?)?.consume()?;
    }
    Ok(())
}

//@ reuse: +++ ???? -
pub fn look_at_the_head(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let mut response = ask.client.send(ask.request()?)?; //~ unread_body
    let _ = (response.status(), response.version(), response.headers().len());
    let _ = (response.effective_uri(), response.local_addr(), response.remote_addr());
    let _can_be_read_again = response.body_mut().reset();
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn empty_as_it_says(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let mut response = ask.client.send(ask.request()?)?;
    if !response.body().is_empty() {
        response.consume()?;
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn of_no_length(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let mut response = ask.client.send(ask.request()?)?;
    if response.body().len() != Some(0) {
        response.consume()?;
    }
    Ok(())
}

//@ reuse: --- ---- -
pub fn no_idle_connections(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let client = HttpClient::builder().connection_cache_size(0).build()?; //~ reuse_disabled
    ask.client = client.clone();
    client.send(ask.request()?)?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn sent_on(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let response = ask.client.send(ask.request()?)?;
    ask.client.post(&ask.elsewhere, response.into_body())?.consume()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn sent_on_by_put(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let response = ask.client.send(ask.request()?)?;
    ask.client.put(&ask.elsewhere, response.into_body())?.consume()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn sent_on_in_a_request(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let response = ask.client.send(ask.request()?)?;
    let request = Request::post(&ask.elsewhere).body(response.into_body())?;
    ask.client.send(request)?.consume()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn sent_on_as_a_reader(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let response = ask.client.send(ask.request()?)?;
    ask.client.post(&ask.elsewhere, Body::from_reader(response.into_body()))?.consume()?;
    Ok(())
}

//@ reuse: +++ ???? -
pub fn reader_that_is_dropped(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let response = ask.client.send(ask.request()?)?; //~ unread_body
    let _body = Body::from_reader(response.into_body());
    Ok(())
}

//@ reuse: +++ +++? -
pub fn all_bytes_but_not_the_end(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let mut response = ask.client.send(ask.request()?)?; //~ partly_read
    let length = response.body().len().unwrap_or(200);
    response.body_mut().read_exact(&mut vec![0; length as usize])?;
    Ok(())
}
