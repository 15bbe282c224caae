//! Ways of ureq 3.
//! reuse: at_end

use std::io::{self, BufRead, Read};

use http::{Request, Response};
use ureq::{
    Agent, Body, RequestExt, SendBody,
    middleware::MiddlewareNext,
    unversioned::multipart::{Form, Part},
};

use crate::{Ask, Error};

//@ reuse: +++ ---- -
pub fn drop_at_once(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().with_agent(&ask.client).run()?; //~ unread_body
    drop(response);
    Ok(())
}

//@ reuse: +++ ---- -
pub fn statement(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.request().with_agent(&ask.client).run()?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ---- -
pub fn look_at_the_head(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().with_agent(&ask.client).run()?; //~ unread_body
    let _status = response.status();
    let _mime = response.body().mime_type();
    let _charset = response.body().charset();
    let _length = response.body().content_length();
    Ok(())
}

//@ status: 500
//@ reuse: +++ ---- -
pub fn error_status_of_a_statement(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.request().with_agent(&ask.client).run()?; //~ unread_body
    Ok(())
}

//@ status: 500
//@ reuse: +++ ++++ -
pub fn error_status_that_is_read(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut response = ask.request().with_agent(&ask.client).configure().http_status_as_error(false).run()?;
    response.body_mut().read_to_vec()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn read_to_string(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut response = ask.request().with_agent(&ask.client).run()?; //~ unread_error_status
    response.body_mut().read_to_string()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn read_to_vec(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut response = ask.request().with_agent(&ask.client).run()?; //~ unread_error_status
    response.body_mut().read_to_vec()?;
    Ok(())
}

//@ body: json
//@ reuse: +++ ++++ -
pub fn read_json(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut response = ask.request().with_agent(&ask.client).run()?; //~ unread_error_status
    response.body_mut().read_json::<String>()?;
    Ok(())
}

//@ silent: an error of a whole read is taken for a body that failed
//@ reuse: +++ +++- -
pub fn what_is_not_json(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut response = ask.request().with_agent(&ask.client).run()?; //~ unread_error_status
    response.body_mut().read_json::<String>()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn with_config_read_to_string(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut response = ask.request().with_agent(&ask.client).run()?; //~ unread_error_status
    response.body_mut().with_config().limit(1 << 20).lossy_utf8(true).read_to_string()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn with_config_read_to_vec(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().with_agent(&ask.client).run()?; //~ unread_error_status
    response.into_body().into_with_config().read_to_vec()?;
    Ok(())
}

//@ body: json
//@ reuse: +++ ++++ -
pub fn with_config_read_json(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().with_agent(&ask.client).run()?; //~ unread_error_status
    response.into_body().into_with_config().read_json::<String>()?;
    Ok(())
}

//@ silent: an error of a whole read is taken for a body that failed
//@ reuse: +++ ---- -
pub fn limit_that_is_too_small(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut response = ask.request().with_agent(&ask.client).run()?; //~ unread_error_status
    response.body_mut().with_config().limit(10).read_to_vec()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn reader_of_a_config(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut response = ask.request().with_agent(&ask.client).run()?; //~ unread_error_status
    io::copy(&mut response.body_mut().with_config().reader(), &mut io::sink())?;
    Ok(())
}

//@ reuse: +++ ---- -
pub fn reader_of_a_config_that_is_dropped(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().with_agent(&ask.client).run()?; //~ unread_body
    let _reader = response.into_body().into_with_config().reader();
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn as_reader_to_the_end(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut response = ask.request().with_agent(&ask.client).run()?; //~ unread_error_status
    response.body_mut().as_reader().read_to_end(&mut Vec::new())?;
    Ok(())
}

//@ reuse: +++ ---- -
pub fn one_piece(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut response = ask.request().with_agent(&ask.client).run()?; //~ partly_read, unread_error_status
    response.body_mut().as_reader().read(&mut [0; 10])?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn into_reader_to_the_end(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().with_agent(&ask.client).run()?; //~ unread_error_status
    response.into_body().into_reader().read_to_string(&mut String::new())?;
    Ok(())
}

//@ reuse: +++ ---- -
pub fn into_reader_dropped(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().with_agent(&ask.client).run()?; //~ unread_body
    drop(response.into_body().into_reader());
    Ok(())
}

//@ reuse: +++ ---- -
pub fn all_bytes_but_not_the_end(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().with_agent(&ask.client).run()?; //~ partly_read, unread_error_status
    let length = response.body().content_length().unwrap_or(200);
    let mut bytes = vec![0; length as usize];
    response.into_body().into_reader().read_exact(&mut bytes)?;
    Ok(())
}

//@ reuse: +++ ---- -
pub fn take_that_is_too_short(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().with_agent(&ask.client).run()?; //~ partly_read, unread_error_status
    response.into_body().into_reader().take(10).read_to_end(&mut Vec::new())?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn lines_to_the_end(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().with_agent(&ask.client).run()?; //~ unread_error_status
    for line in io::BufReader::new(response.into_body().into_reader()).lines() {
        line?;
    }
    Ok(())
}

//@ body: json
//@ loses: what is not JSON
//@ reuse: +++ ++++ -
pub fn from_reader(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.request().with_agent(&ask.client).run()?; //~ partly_read, unread_error_status
    let _text: String = serde_json::from_reader(response.into_body().into_reader())?;
    Ok(())
}

//@ reuse: +++ ---- -
pub fn parts_of_which_the_head_is_kept(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let (head, _body) = ask.request().with_agent(&ask.client).run()?.into_parts(); //~ unread_body
    let _status = head.status;
    Ok(())
}

//@ reuse: .++ ---- -
pub fn get(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.get(&ask.url).call()?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub fn delete(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.delete(&ask.url).call()?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub fn options(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.options(&ask.url).call()?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub fn trace(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.trace(&ask.url).call()?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub fn send(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.post(&ask.url).send("body")?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub fn send_empty(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.put(&ask.url).send_empty()?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub fn send_form(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.patch(&ask.url).send_form([("key", "value")])?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub fn send_json(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.post(&ask.url).send_json("text")?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ---- -
pub fn force_send_body(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.client.get(&ask.url).force_send_body().send("body")?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ---- -
pub fn agent_run(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let request = Request::builder().method(ask.method).uri(&ask.url).body(())?;
    ask.client.run(request)?; //~ unread_body
    Ok(())
}

//@ status: 500
//@ reuse: .++ ++++ -
pub fn settings_of_a_request(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut response = ask.client.get(&ask.url).config().http_status_as_error(false).build().call()?;
    response.body_mut().read_to_vec()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn agent_run_and_read(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let request = Request::builder().method(ask.method).uri(&ask.url).body(())?;
    ask.client.run(request)?.body_mut().read_to_vec()?; //~ unread_error_status
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn method_head(ask: &mut Ask<Agent>) -> Result<(), Error> {
    if ask.method == "HEAD" {
        ask.client.head(&ask.url).call()?;
    } else {
        ask.client.get(&ask.url).call()?.body_mut().read_to_vec()?; //~ unread_error_status
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn empty_as_it_says(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut response = ask.request().with_agent(&ask.client).run()?; //~ unread_error_status
    if response.body().content_length() != Some(0) {
        response.body_mut().read_to_vec()?;
    }
    Ok(())
}

//@ unguarded: its agent is not that under guard
//@ reuse: +++ ++++ -
pub fn handed_on_by_a_middleware(ask: &mut Ask<Agent>) -> Result<(), Error> {
    fn pass(request: Request<SendBody>, next: MiddlewareNext) -> Result<Response<Body>, ureq::Error> {
        next.handle(request) //~ unread_error_status
    }
    let agent: Agent = Agent::config_builder().middleware(pass).build().into();
    ask.client = agent;
    ask.request().with_agent(&ask.client).run()?.into_body().read_to_vec()?; //~ unread_error_status
    Ok(())
}

//@ status: 500
//@ reuse: +++ ---- -
pub fn error_status(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.request().with_agent(&ask.client).run()?.body_mut().read_to_vec()?; //~ unread_error_status
    Ok(())
}

//@ status: 404
//@ reuse: .++ ---- -
pub fn error_status_of_which_the_number_is_kept(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let outcome = ask.client.get(&ask.url).call(); //~ unread_error_status
    match outcome {
        Ok(mut response) => drop(response.body_mut().read_to_vec()?),
        Err(ureq::Error::StatusCode(404)) => (),
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

//@ unguarded: its agent is not that under guard
//@ reuse: .-- ---- -
pub fn agent_of_one_request(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ureq::get(&ask.url).call()?;
    Ok(())
}

//@ unguarded: its agent is not that under guard
//@ reuse: --- ---- -
pub fn agent_of_one_run(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ureq::run(ask.request())?;
    Ok(())
}

//@ unguarded: its agent is not that under guard
//@ reuse: --- ---- -
pub fn default_agent(ask: &mut Ask<Agent>) -> Result<(), Error> {
    ask.request().with_default_agent().run()?;
    Ok(())
}

//@ unguarded: its agent is not that under guard
//@ reuse: --- ---- -
pub fn no_idle_connections(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let agent = Agent::config_builder().max_idle_connections(0).build().new_agent(); //~ reuse_disabled
    ask.client = agent.clone();
    agent.run(ask.request())?;
    Ok(())
}

//@ unguarded: its agent is not that under guard
//@ reuse: --- ---- -
pub fn no_idle_connections_of_a_host(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let agent = Agent::config_builder().max_idle_connections_per_host(0).build().new_agent(); //~ reuse_disabled
    ask.client = agent.clone();
    agent.run(ask.request())?;
    Ok(())
}

//@ silent: what has a length is read no further, and the lint takes it for read
//@ reuse: +++ ---+ -
pub fn sent_on(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.client.run(ask.request())?; //~ unread_error_status
    ask.client.post(&ask.elsewhere).send(response)?.body_mut().read_to_vec()?; //~ unread_error_status
    Ok(())
}

//@ silent: what has a length is read no further, and the lint takes it for read
//@ reuse: +++ ---+ -
pub fn sent_on_as_a_body(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.client.run(ask.request())?; //~ unread_error_status
    ask.client.post(&ask.elsewhere).send(response.into_body())?.body_mut().read_to_vec()?; //~ unread_error_status
    Ok(())
}

//@ silent: what has a length is read no further, and the lint takes it for read
//@ reuse: +++ ---+ -
pub fn sent_on_in_a_request(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.client.run(ask.request())?; //~ unread_error_status
    let request = Request::post(&ask.elsewhere).body(response.into_body())?;
    ask.client.run(request)?.body_mut().read_to_vec()?; //~ unread_error_status
    Ok(())
}

//@ silent: what has a length is read no further, and the lint takes it for read
//@ reuse: +++ ---+ -
pub fn sent_on_with_an_agent(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.client.run(ask.request())?; //~ unread_error_status
    let request = Request::post(&ask.elsewhere).body(response.into_body())?;
    request.with_agent(&ask.client).run()?.body_mut().read_to_vec()?; //~ unread_error_status
    Ok(())
}

//@ silent: what has a length is read no further, and the lint takes it for read
//@ reuse: +++ ---+ -
pub fn sent_on_with_the_default_agent(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.client.run(ask.request())?; //~ unread_error_status
    let request = Request::post(&ask.elsewhere).body(response.into_body())?;
    request.with_default_agent().run()?;
    Ok(())
}

//@ silent: what has a length is read no further, and the lint takes it for read
//@ reuse: +++ ---+ -
pub fn sent_on_by_an_agent_of_one_run(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let response = ask.client.run(ask.request())?; //~ unread_error_status
    let request = Request::post(&ask.elsewhere).body(response.into_body())?;
    ureq::run(request)?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn sent_on_as_a_reader(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut response = ask.client.run(ask.request())?; //~ unread_error_status
    let mut reader = response.body_mut().as_reader();
    ask.client.post(&ask.elsewhere).send(SendBody::from_reader(&mut reader))?.body_mut().read_to_vec()?; //~ unread_error_status
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn sent_on_as_a_reader_of_its_own(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let reader = ask.client.run(ask.request())?.into_body().into_reader(); //~ unread_error_status
    ask.client.post(&ask.elsewhere).send(SendBody::from_owned_reader(reader))?.body_mut().read_to_vec()?; //~ unread_error_status
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn sent_on_in_a_form(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let mut response = ask.client.run(ask.request())?; //~ unread_error_status
    let mut reader = response.body_mut().as_reader();
    let form = Form::new().part("file", Part::reader(&mut reader));
    ask.client.post(&ask.elsewhere).send(form)?.body_mut().read_to_vec()?; //~ unread_error_status
    Ok(())
}

//@ reuse: +++ ++++ -
pub fn sent_on_in_a_form_of_its_own(ask: &mut Ask<Agent>) -> Result<(), Error> {
    let reader = ask.client.run(ask.request())?.into_body().into_reader(); //~ unread_error_status
    let form = Form::new().part("file", Part::owned_reader(reader));
    ask.client.post(&ask.elsewhere).send(form)?.body_mut().read_to_vec()?; //~ unread_error_status
    Ok(())
}
