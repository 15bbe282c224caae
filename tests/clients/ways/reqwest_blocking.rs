//! Ways of reqwest, blocking.
//! reuse: one_read

use std::io::{self, BufRead, Read};

use reqwest::{
    Method,
    blocking::{
        Body, Client, Request, RequestBuilder, Response,
        multipart::{Form, Part},
    },
};

use crate::{Ask, Error};

//@ reuse: +++ +--- -
pub fn drop_at_once(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send()?; //~ unread_body
    drop(response);
    Ok(())
}

//@ reuse: +++ +--- -
pub fn look_at_the_head(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send()?; //~ unread_body
    let _ = (response.status(), response.version(), response.headers().len(), response.url().as_str());
    let _ = (response.headers_mut().len(), response.remote_addr(), response.content_length());
    let _ = (response.extensions().len(), response.extensions_mut().len(), response.cookies().count());
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn text(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.request().send()?.text()?;
    Ok(())
}

//@ body: json
//@ reuse: +++ ++++ -
pub fn json(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.request().send()?.json::<String>()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn what_is_not_json(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.request().send()?.json::<String>()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn bytes(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.request().send()?.bytes()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn copy_to(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send()?;
    response.copy_to(&mut io::sink())?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn copied(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send()?;
    io::copy(&mut response, &mut io::sink())?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn read_to_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.request().send()?.read_to_end(&mut Vec::new())?;
    Ok(())
}

//@ reuse: +++ ++-- -
pub fn one_piece(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.request().send()?.read(&mut [0; 10])?; //~ partly_read
    Ok(())
}

//@ reuse: +++ +++- -
pub fn all_bytes_but_not_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send()?; //~ partly_read
    let length = response.content_length().unwrap_or(200);
    response.read_exact(&mut vec![0; length as usize])?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn lines_to_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    for line in io::BufReader::new(ask.request().send()?).lines() {
        line?;
    }
    Ok(())
}

//@ body: json
//@ loses: what is not JSON
//@ reuse: +++ ++++ -
pub fn from_reader(ask: &mut Ask<Client>) -> Result<(), Error> {
    let _text: String = serde_json::from_reader(ask.request().send()?)?; //~ partly_read
    Ok(())
}

//@ status: 500
//@ reuse: +++ +--- -
pub fn error_status(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send()?; //~ unread_error_status
    response.error_for_status()?.bytes()?;
    Ok(())
}

//@ status: 500
//@ reuse: +++ +--- -
pub fn error_for_status_ref(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send()?; //~ unread_error_status
    response.error_for_status_ref()?;
    response.bytes()?;
    Ok(())
}

//@ status: 500
//@ reuse: +++ ++++ -
pub fn error_that_is_read(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send()?;
    if let Err(error) = response.error_for_status_ref() {
        response.text()?;
        return Err(error.into());
    }
    response.bytes()?;
    Ok(())
}

//@ reuse: +++ +--- -
pub fn execute(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().build()?;
    ask.client.execute(request)?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn execute_and_read(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().build()?;
    ask.client.execute(request)?.bytes()?;
    Ok(())
}

//@ reuse: +++ +--- -
pub fn built_in_two_parts(ask: &mut Ask<Client>) -> Result<(), Error> {
    let (client, request) = ask.request().build_split();
    let _response: Response = RequestBuilder::from_parts(client, request?).send()?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn head_by_its_method(ask: &mut Ask<Client>) -> Result<(), Error> {
    if ask.method == "HEAD" {
        ask.client.head(&ask.url).send()?;
    } else {
        ask.client.request(Method::GET, &ask.url).send()?.bytes()?;
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn empty_as_it_says(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send()?;
    if response.content_length() != Some(0) {
        response.bytes()?;
    }
    Ok(())
}

//@ reuse: .++ +--- -
pub fn get(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.get(&ask.url).send()?; //~ unread_body
    Ok(())
}

//@ reuse: .++ +--- -
pub fn post(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.post(&ask.url).body("body").send()?; //~ unread_body
    Ok(())
}

//@ reuse: .++ +--- -
pub fn put(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.put(&ask.url).json("text").send()?; //~ unread_body
    Ok(())
}

//@ reuse: .++ +--- -
pub fn patch(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.patch(&ask.url).send()?; //~ unread_body
    Ok(())
}

//@ reuse: .++ +--- -
pub fn delete(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.delete(&ask.url).send()?; //~ unread_body
    Ok(())
}

//@ body: json
//@ reuse: +++ ++++ -
pub fn text_with_charset(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.request().send()?.text_with_charset("utf-8")?;
    Ok(())
}

//@ reuse: +++ +--- -
pub fn cloned_request(ask: &mut Ask<Client>) -> Result<(), Error> {
    if let Some(request) = ask.request().try_clone() {
        request.send()?; //~ unread_body
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn sent_on(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send()?;
    ask.client.post(&ask.elsewhere).body(Body::new(response)).send()?.bytes()?;
    Ok(())
}

//@ silent: what has a length is read no further, and the lint takes it for read
//@ reuse: .++ +++- -
pub fn sent_on_with_its_length(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send()?;
    let length = response.content_length().unwrap_or(200);
    ask.client.post(&ask.elsewhere).body(Body::sized(response, length)).send()?.bytes()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn sent_on_in_a_request_of_http(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send()?;
    let request = http::Request::post(&ask.elsewhere).body(Body::new(response))?;
    ask.client.execute(Request::try_from(request)?)?.bytes()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn sent_on_in_a_form(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send()?;
    let form = Form::new().text("key", "value").part("file", Part::reader(response).file_name("name"));
    ask.client.post(&ask.elsewhere).multipart(form).send()?.bytes()?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub fn sent_on_in_a_form_with_its_length(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send()?;
    let length = response.content_length().unwrap_or(200);
    let form = Form::new().part("file", Part::reader_with_length(response, length));
    ask.client.post(&ask.elsewhere).multipart(form).send()?.bytes()?;
    Ok(())
}

//@ reuse: +++ +--- -
pub fn form_that_is_not_sent(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send()?; //~ unread_body
    let _form = Form::new().part("file", Part::reader(response).mime_str("text/plain")?);
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn body_that_is_buffered(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send()?;
    Body::new(response).buffer()?;
    Ok(())
}

//@ reuse: +++ +--- -
pub fn body_that_is_dropped(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send()?; //~ unread_body
    let _body = Body::new(response);
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn sent_on_as_the_reader_of_a_form(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send()?;
    let reader = Form::new().part("file", Part::reader(response)).into_reader();
    ask.client.post(&ask.elsewhere).body(Body::new(reader)).send()?.bytes()?;
    Ok(())
}

//@ reuse: .-- ---- -
pub fn client_of_one_request(ask: &mut Ask<Client>) -> Result<(), Error> {
    reqwest::blocking::get(&ask.url)?;
    Ok(())
}

//@ reuse: .-- ---- -
pub fn no_idle_connections(ask: &mut Ask<Client>) -> Result<(), Error> {
    let client = Client::builder().pool_max_idle_per_host(0).build()?; //~ reuse_disabled
    ask.client = client.clone();
    client.get(&ask.url).send()?;
    Ok(())
}
