//! What the clients do with bodies that are read or lost, beside what the lint says: `undrained_clients` has the rules.
#![cfg_attr(feature = "isahc", expect(clippy::unused_io_amount, reason = "ways to read a part are what this is about"))]

#[cfg(feature = "isahc")]
use std::sync::Mutex;
use std::{fmt::Display, pin::Pin};

use undrained_clients::{Session, check};

#[path = "../ways/mod.rs"]
mod ways;

/// What a way fails with; not all of these clients have errors that a thread may send.
#[derive(Debug)]
pub struct Error(String);

impl<E: Display> From<E> for Error {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// What a way asks with.
pub struct Ask<C> {
    client: C,
    method: &'static str,
    url: String,
    /// Another server, which answers to anything with 204.
    elsewhere: String,
}

impl<C> Ask<C> {
    fn new(client: C, session: &Session) -> Self {
        Self { client, method: session.method(), url: session.url(), elsewhere: session.elsewhere() }
    }
}

type Async<C> = for<'a> fn(&'a mut Ask<C>) -> Pin<Box<dyn Future<Output = Result<(), Error>> + 'a>>;

/// The ways of an async client: what runs a future, what makes a client, what sends the second request, the names.
macro_rules! asynchronous {
    ($client:ident, $block_on:expr, $new:expr, $second:expr, $($way:ident)*) => {
        #[test]
        fn $client() {
            let ways: &[Async<_>] = &[$(|ask| Box::pin(ways::$client::$way(ask))),*];
            check(env!("CARGO_MANIFEST_DIR"), stringify!($client), &[$(stringify!($way)),*], &|session, way| {
                let block_on = $block_on;
                let done = block_on(session, Box::pin(async {
                    let mut ask = Ask::new($new, session);
                    // What comes out of the way is not the question.
                    let _ = ways[way](&mut ask).await;
                    session.pause().await;
                    answered($second(&mut ask).await?)
                }));
                done.map_err(|Error(error)| error.into())
            });
        }
    };
}

type Done<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + 'a>>;

fn answered(status: u16) -> Result<(), Error> {
    if status == 204 { Ok(()) } else { Err(Error(format!("answered with {status}"))) }
}

asynchronous! {
    awc,
    |session: &Session, future: Done<'_>| session.block_on(tokio::task::LocalSet::new().run_until(future)),
    awc::Client::default(),
    async |ask: &mut Ask<awc::Client>| {
        let status = ask.client.get(&ask.url).send().await?.status();
        Ok::<_, Error>(status.as_u16())
    },
    drop_at_once
    look_at_the_head
    body
    body_by_its_type
    body_that_is_not_awaited
    limit_that_is_too_small
    json_of_another_type
    json
    json_by_its_type
    stream_to_the_end
    one_piece
    timeout_of_the_read
    frozen
    frozen_and_read
    get
    send_body
    send_json
    send_form
    frozen_send_body
    frozen_send_json
    head_by_its_method
    closed_by_force
    payload_that_is_taken
    payload_that_is_read
    mapped_body
    sent_on
    sent_on_as_a_body
    frozen_sent_on
    frozen_sent_on_as_a_body
    frozen_sent_on_with_a_header
    frozen_sent_on_as_a_body_with_a_header
    frozen_send_form
    frozen_send_with_a_header
    frozen_send_json_with_a_header
    frozen_send_form_with_a_header
    delete
    options
    all_bytes_but_not_the_end
}

impl Ask<awc::Client> {
    fn request(&self) -> awc::ClientRequest {
        self.client.request(self.method.parse().expect("a method"), &self.url)
    }
}

asynchronous! {
    surf,
    |session: &Session, future: Done<'_>| session.block_on(future),
    surf::Client::new(),
    async |ask: &mut Ask<surf::Client>| Ok::<_, Error>(ask.client.get(&ask.url).await?.status().into()),
    drop_at_once
    request_that_is_awaited
    body_bytes
    body_string
    body_json
    what_is_not_json
    body_form
    body_that_is_taken
    body_that_is_taken_and_read
    one_piece
    read_to_end
    recv_bytes
    recv_string
    recv_json
    client_recv_bytes
    client_send
    head_by_its_method
    get
    look_at_the_head
    empty_as_it_says
    of_no_length
    body_that_another_replaces
    bodies_that_change_places
    body_that_changes_places_and_is_lost
    body_that_goes_into_another_response
    turned_into_one_of_http_types
    turned_into_one_of_http_types_and_back
    sent_on
    sent_on_in_a_request
    no_keep_alive
    handed_on_by_a_middleware
    refused_by_a_middleware
    post
    put
    delete
    client_recv_string
    all_bytes_but_not_the_end
}

impl Ask<surf::Client> {
    fn request(&self) -> surf::RequestBuilder {
        self.client.request(self.method.parse().expect("a method"), &self.url)
    }
}

#[cfg(feature = "isahc")]
asynchronous! {
    isahc_async,
    |session: &Session, future: Done<'_>| session.block_on(future),
    isahc::HttpClient::new()?,
    async |ask: &mut Ask<isahc::HttpClient>| Ok::<_, Error>(ask.client.get_async(&ask.url).await?.status().as_u16()),
    drop_at_once
    consume
    copy_to
    bytes
    text
    json
    one_piece
    get
    post
    put
    delete
    head_by_its_method
    look_at_the_head
    empty_as_it_says
    of_no_length
    sent_on
    sent_on_by_put
    sent_on_in_a_request
    all_bytes_but_not_the_end
}

#[cfg(feature = "isahc")]
#[test]
fn isahc() {
    type Way = fn(&mut Ask<isahc::HttpClient>) -> Result<(), Error>;
    let ways: [(&str, Way); 25] = [
        ("drop_at_once", ways::isahc::drop_at_once),
        ("body_that_is_taken", ways::isahc::body_that_is_taken),
        ("consume", ways::isahc::consume),
        ("copy_to", ways::isahc::copy_to),
        ("copy_to_file", ways::isahc::copy_to_file),
        ("bytes", ways::isahc::bytes),
        ("text", ways::isahc::text),
        ("json", ways::isahc::json),
        ("read_to_end", ways::isahc::read_to_end),
        ("one_piece", ways::isahc::one_piece),
        ("get", ways::isahc::get),
        ("post", ways::isahc::post),
        ("put", ways::isahc::put),
        ("delete", ways::isahc::delete),
        ("head_by_its_method", ways::isahc::head_by_its_method),
        ("look_at_the_head", ways::isahc::look_at_the_head),
        ("empty_as_it_says", ways::isahc::empty_as_it_says),
        ("of_no_length", ways::isahc::of_no_length),
        ("no_idle_connections", ways::isahc::no_idle_connections),
        ("sent_on", ways::isahc::sent_on),
        ("sent_on_by_put", ways::isahc::sent_on_by_put),
        ("sent_on_in_a_request", ways::isahc::sent_on_in_a_request),
        ("sent_on_as_a_reader", ways::isahc::sent_on_as_a_reader),
        ("reader_that_is_dropped", ways::isahc::reader_that_is_dropped),
        ("all_bytes_but_not_the_end", ways::isahc::all_bytes_but_not_the_end),
    ];
    check(env!("CARGO_MANIFEST_DIR"), "isahc", &ways.map(|(name, _)| name), &|session, way| {
        let mut ask = Ask::new(isahc::HttpClient::new()?, session);
        let _ = ways[way].1(&mut ask);
        session.pause_blocking();
        answered(ask.client.get(&ask.url)?.status().as_u16()).map_err(|Error(error)| error.into())
    });
}

#[cfg(feature = "isahc")]
asynchronous! {
    isahc_shared,
    |session: &Session, future: Done<'_>| {
        // The more requests are under way, the fewer connections a client of curl's keeps for later.
        static ALONE: Mutex<()> = Mutex::new(());
        let _alone = ALONE.lock();
        session.block_on(future)
    },
    (),
    async |ask: &mut Ask<()>| Ok::<_, Error>(isahc::get_async(&ask.url).await?.status().as_u16()),
    get
    get_async
    post
    post_async
    put
    put_async
    delete
    delete_async
    send
    send_async
    request_that_sends_itself
    request_that_sends_itself_async
    head_by_its_name
    head_by_its_name_async
    sent_on_by_post
    sent_on_by_post_async
    sent_on_by_put
    sent_on_by_put_async
    sent_on_in_a_request
    sent_on_in_a_request_async
}

#[cfg(feature = "isahc")]
impl Ask<isahc::HttpClient> {
    fn request(&self) -> Result<isahc::Request<()>, Error> {
        Ok(isahc::Request::builder().method(self.method).uri(&self.url).body(())?)
    }
}

#[cfg(feature = "isahc")]
impl Ask<()> {
    fn request(&self) -> Result<isahc::Request<()>, Error> {
        Ok(isahc::Request::builder().method(self.method).uri(&self.url).body(())?)
    }
}
