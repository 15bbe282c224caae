//! Ways of isahc, blocking.
//! reuse: race

use std::io::{self, Read};

use isahc::{HttpClient, ReadResponseExt, Request};

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
pub fn read_once(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
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
