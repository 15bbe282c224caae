//! Ways of ureq 2.
//! reuse: with_head

use std::io::{self, Read};

use ureq_2::{Agent, MiddlewareNext, OrAnyStatus, Request, Response};

use crate::{Ask, Error};

//@ reuse: +++ +--- -
pub fn drop_at_once(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().call()?; //~ unread_on_exit
    drop(response);
    Ok(())
}

//@ reuse: +++ +--- -
pub fn look_at_the_head(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().call()?; //~ unread_on_exit
    let _ = (response.status(), response.status_text(), response.header("x"), response.headers_names());
    let _ = (response.has("x"), response.all("x"), response.content_type(), response.charset());
    let _ = (response.get_url(), response.http_version(), response.remote_addr(), response.local_addr());
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn into_string(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.request().call()?.into_string()?;
    Ok(())
}

//@ body: json
//@ reuse: +++ ++++ -
pub fn into_json(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.request().call()?.into_json::<String>()?;
    Ok(())
}

//@ silent: an error of a whole read is taken for a body that failed
//@ reuse: +++ +--- -
pub fn what_is_not_json(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.request().call()?.into_json::<String>()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn reader_to_the_end(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().call()?;
    response.into_reader().read_to_end(&mut Vec::new())?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn reader_copied(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut reader = ask.request().call()?.into_reader();
    io::copy(&mut reader, &mut io::sink())?;
    Ok(())
}

//@ reuse: +++ +--- -
pub fn reader_dropped(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().call()?; //~ unread_on_exit
    let _reader = response.into_reader();
    Ok(())
}

//@ reuse: +++ +--- -
pub fn one_piece(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().call()?; //~ partly_read
    response.into_reader().read(&mut [0; 10])?;
    Ok(())
}

//@ reuse: +++ +++- -
pub fn all_bytes_but_not_the_end(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().call()?; //~ partly_read, unread_on_exit
    let length = response.header("content-length").map_or(Ok(200), str::parse)?;
    response.into_reader().read_exact(&mut vec![0; length])?;
    Ok(())
}

//@ body: json
//@ loses: what is not JSON
//@ reuse: +++ ++++ -
pub fn from_reader(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().call()?; //~ partly_read
    let _text: String = serde_json::from_reader(response.into_reader())?;
    Ok(())
}

//@ status: 500
//@ silent: the error that is returned has the response in it
//@ reuse: +++ +--- -
pub fn error_status_that_is_returned(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.request().call()?.into_string()?;
    Ok(())
}

//@ status: 500
//@ reuse: +++ +--- -
pub fn error_status(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let outcome = ask.request().call(); //~ unread_error_status
    match outcome {
        Ok(response) => drop(response.into_string()?),
        Err(ureq_2::Error::Status(status, _)) => return Err(status.to_string().into()),
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

//@ status: 500
//@ reuse: +++ ++++ -
pub fn error_status_that_is_read(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let outcome = ask.request().call();
    match outcome {
        Ok(response) | Err(ureq_2::Error::Status(_, response)) => drop(response.into_string()?),
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

//@ status: 500
//@ reuse: +++ ++++ -
pub fn into_response_that_is_read(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let outcome = ask.request().call();
    match outcome {
        Ok(response) => drop(response.into_string()?),
        Err(error) => {
            if let Some(response) = error.into_response() {
                response.into_string()?;
            }
        }
    }
    Ok(())
}

//@ status: 500
//@ reuse: +++ +--- -
pub fn into_response_that_is_dropped(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let outcome = ask.request().call(); //~ unread_error_status
    match outcome {
        Ok(response) => drop(response.into_string()?),
        Err(error) => drop(error.into_response()),
    }
    Ok(())
}

//@ status: 500
//@ reuse: +++ +--- -
pub fn into_transport(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let outcome = ask.request().call(); //~ unread_error_status
    match outcome {
        Ok(response) => drop(response.into_string()?),
        Err(error) => drop(error.into_transport()),
    }
    Ok(())
}

//@ status: 500
//@ reuse: +++ ++++ -
pub fn or_any_status_read(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.request().call().or_any_status()?.into_string()?;
    Ok(())
}

//@ status: 500
//@ reuse: +++ +--- -
pub fn or_any_status_dropped(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let _response = ask.request().call().or_any_status()?; //~ unread_body
    Ok(())
}

//@ reuse: +++ +--- -
pub fn response_as_an_error(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().call()?; //~ unread_on_exit
    let _error = ureq_2::Error::from(response);
    Ok(())
}

//@ reuse: .++ +--- -
pub fn get(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.get(&ask.url).call()?; //~ unread_on_exit
    Ok(())
}

//@ reuse: .++ +--- -
pub fn delete(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.delete(&ask.url).call()?; //~ unread_on_exit
    Ok(())
}

//@ reuse: .++ +--- -
pub fn send(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.post(&ask.url).send(io::empty())?; //~ unread_on_exit
    Ok(())
}

//@ reuse: .++ +--- -
pub fn send_bytes(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.put(&ask.url).send_bytes(b"body")?; //~ unread_on_exit
    Ok(())
}

//@ reuse: .++ +--- -
pub fn send_string(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.patch(&ask.url).send_string("body")?; //~ unread_on_exit
    Ok(())
}

//@ reuse: .++ +--- -
pub fn send_form(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.post(&ask.url).send_form(&[("key", "value")])?; //~ unread_on_exit
    Ok(())
}

//@ reuse: .++ +--- -
pub fn send_json(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.post(&ask.url).send_json("text")?; //~ unread_on_exit
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn head_by_its_name(ask: &mut Ask<Agent>) -> Result<(), Error> {
    if ask.method == "HEAD" {
        ask.client.head(&ask.url).call()?;
    } else {
        ask.client.get(&ask.url).call()?.into_string()?;
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn handed_on_by_a_middleware(ask: &mut Ask<Agent>) -> Result<(), Error> {
    fn pass(request: Request, next: MiddlewareNext) -> Result<Response, ureq_2::Error> {
        next.handle(request)
    }
    ask.client = ureq_2::builder().middleware(pass).build();
    ask.request().call()?.into_string()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn response_as_an_error_and_back(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let error = ureq_2::Error::from(ask.request().call()?);
    if let Some(response) = error.into_response() {
        response.into_string()?;
    }
    Ok(())
}

//@ status: 500
//@ reuse: +++ +--- -
pub fn kind_of_an_error(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let outcome = ask.request().call(); //~ unread_error_status
    match outcome {
        Ok(response) => drop(response.into_string()?),
        Err(error) => return Err(error.kind().to_string().into()),
    }
    Ok(())
}

//@ reuse: +++ +--- -
pub fn as_one_of_http(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().call()?; //~ unread_on_exit
    let _response: http::Response<Box<dyn Read + Send + Sync>> = response.into();
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn as_one_of_http_that_is_read(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response: http::Response<Box<dyn Read + Send + Sync>> = ask.request().call()?.into();
    response.into_body().read_to_end(&mut Vec::new())?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn as_one_of_http_with_a_text(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let _response: http::Response<String> = ask.request().call()?.into();
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn as_one_of_http_with_bytes(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let _response: http::Response<Vec<u8>> = ask.request().call()?.into();
    Ok(())
}

//@ reuse: .-- ---- -
pub fn agent_of_one_get(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ureq_2::get(&ask.url).call()?;
    Ok(())
}

//@ reuse: --- ---- -
pub fn agent_of_one_request(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ureq_2::request(ask.method, &ask.url).call()?;
    Ok(())
}

//@ reuse: --- ---- -
pub fn agent_of_one_request_by_its_url(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let url = ask.request().request_url()?;
    ureq_2::request_url(ask.method, url.as_url()).call()?;
    Ok(())
}

//@ reuse: .-- ---- -
pub fn agent_of_one_patch(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ureq_2::patch(&ask.url).call()?;
    Ok(())
}

//@ reuse: .-- ---- -
pub fn agent_of_one_post(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ureq_2::post(&ask.url).call()?;
    Ok(())
}

//@ reuse: .-- ---- -
pub fn agent_of_one_put(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ureq_2::put(&ask.url).call()?;
    Ok(())
}

//@ reuse: .-- ---- -
pub fn agent_of_one_delete(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ureq_2::delete(&ask.url).call()?;
    Ok(())
}

//@ reuse: --- ---- -
pub fn no_idle_connections(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let agent = ureq_2::builder().max_idle_connections(0).build(); //~ reuse_disabled
    ask.client = agent.clone();
    agent.request(ask.method, &ask.url).call()?;
    Ok(())
}

//@ reuse: --- ---- -
pub fn no_idle_connections_of_a_host(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let agent = ureq_2::builder().max_idle_connections_per_host(0).build(); //~ reuse_disabled
    ask.client = agent.clone();
    agent.request(ask.method, &ask.url).call()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn sent_on(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let reader = ask.request().call()?.into_reader();
    ask.client.post(&ask.elsewhere).send(reader)?.into_string()?;
    Ok(())
}
