//! What the clients do with bodies that are read or lost, beside what the lint says: `undrained_clients` has the rules.
#![expect(clippy::unused_io_amount, reason = "ways to read a part are what this is about")]
#![expect(clippy::result_large_err, reason = "ureq 2's error is as large as it is")]

use std::pin::Pin;

use http::{Method, Request, StatusCode};
use http_body_util::Empty;
use hyper::{
    body::{Body, Bytes},
    client::conn::http1,
};
use hyper_util::{
    client::legacy::{self, connect::HttpConnector},
    rt::{TokioExecutor, TokioIo},
};
use tokio::net::TcpStream;
use undrained_clients::{Session, check, check_guard};
use undrained_tests::Error;

#[path = "../ways/mod.rs"]
mod ways;

pub use older_hyper::{connect_0_14, connect_0_14_http1};

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

type Blocking<C> = fn(&mut Ask<C>) -> Result<(), Error>;
type Async<C> = for<'a> fn(&'a mut Ask<C>) -> Pin<Box<dyn Future<Output = Result<(), Error>> + 'a>>;

/// The ways of a blocking client: what makes a client, what sends the second request, and the names.
macro_rules! blocking {
    ($client:ident, $new:expr, $second:expr, $($way:ident)*) => {
        #[test]
        fn $client() {
            let names = &[$(stringify!($way)),*];
            check(env!("CARGO_MANIFEST_DIR"), stringify!($client), names, &blocking!(@run $client, $new, $second, $($way)*));
        }
    };
    // One session, as a closure.
    (@run $client:ident, $new:expr, $second:expr, $($way:ident)*) => {
        |session: &Session, way: usize| {
            let ways: &[Blocking<_>] = &[$(ways::$client::$way),*];
            let new = $new;
            let mut ask = Ask::new(new(session), session);
            // What comes out of the way is not the question.
            let _ = ways[way](&mut ask);
            session.pause_blocking();
            answered($second(&mut ask)?)
        }
    };
    // Twice: as it is, and under guard.
    ($client:ident, $new:expr, $second:expr, $under_guard:ident: $guarded:expr, $($way:ident)*) => {
        blocking! { $client, $new, $second, $($way)* }

        #[test]
        fn $under_guard() {
            let run = blocking!(@run $client, $guarded, $second, $($way)*);
            check_guard(env!("CARGO_MANIFEST_DIR"), stringify!($client), true, &run);
        }
    };
}

/// The same for an async one.
macro_rules! asynchronous {
    ($client:ident, $new:expr, $second:expr, $($way:ident)*) => {
        #[test]
        fn $client() {
            let names = &[$(stringify!($way)),*];
            let run = asynchronous!(@run $client, $new, $second, $($way)*);
            check(env!("CARGO_MANIFEST_DIR"), stringify!($client), names, &run);
        }
    };
    (@run $client:ident, $new:expr, $second:expr, $($way:ident)*) => {
        |session: &Session, way: usize| {
            let ways: &[Async<_>] = &[$(|ask| Box::pin(ways::$client::$way(ask))),*];
            session.block_on(async {
                let new = $new;
                let mut ask = Ask::new(new(session).await?, session);
                let _ = ways[way](&mut ask).await;
                session.pause().await;
                answered($second(&mut ask).await?)
            })
        }
    };
    ($client:ident, $new:expr, $second:expr, $under_guard:ident: $guarded:expr, $($way:ident)*) => {
        asynchronous! { $client, $new, $second, $($way)* }

        #[test]
        fn $under_guard() {
            let run = asynchronous!(@run $client, $guarded, $second, $($way)*);
            check_guard(env!("CARGO_MANIFEST_DIR"), stringify!($client), false, &run);
        }
    };
}

// Below the macros, which it uses.
#[path = "agreement/older_hyper.rs"]
mod older_hyper;

fn answered(status: u16) -> Result<(), Error> {
    if status == StatusCode::NO_CONTENT { Ok(()) } else { Err(format!("answered with {status}").into()) }
}

blocking! {
    ureq,
    |_: &Session| ureq::Agent::new_with_defaults(),
    |ask: &mut Ask<ureq::Agent>| Ok::<_, Error>(ask.client.get(&ask.url).call()?.status().as_u16()),
    ureq_under_guard: |session: &Session| session.guard().ureq(ureq::Agent::config_builder()),
    drop_at_once
    statement
    look_at_the_head
    error_status_of_a_statement
    error_status_that_is_read
    read_to_string
    read_to_vec
    read_json
    what_is_not_json
    with_config_read_to_string
    with_config_read_to_vec
    with_config_read_json
    limit_that_is_too_small
    reader_of_a_config
    reader_of_a_config_that_is_dropped
    as_reader_to_the_end
    one_piece
    into_reader_to_the_end
    into_reader_dropped
    all_bytes_but_not_the_end
    take_that_is_too_short
    lines_to_the_end
    from_reader
    parts_of_which_the_head_is_kept
    get
    delete
    options
    trace
    send
    send_empty
    send_form
    send_json
    force_send_body
    agent_run
    settings_of_a_request
    agent_run_and_read
    method_head
    empty_as_it_says
    handed_on_by_a_middleware
    error_status
    error_status_of_which_the_number_is_kept
    agent_of_one_request
    agent_of_one_run
    default_agent
    no_idle_connections
    no_idle_connections_of_a_host
    sent_on
    sent_on_as_a_body
    sent_on_in_a_request
    sent_on_with_an_agent
    sent_on_with_the_default_agent
    sent_on_by_an_agent_of_one_run
    sent_on_as_a_reader
    sent_on_as_a_reader_of_its_own
    sent_on_in_a_form
    sent_on_in_a_form_of_its_own
}

impl Ask<ureq::Agent> {
    fn request(&self) -> Request<()> {
        Request::builder().method(self.method).uri(&self.url).body(()).expect("a request")
    }
}

blocking! {
    ureq_2,
    |_: &Session| ureq_2::Agent::new(),
    |ask: &mut Ask<ureq_2::Agent>| Ok::<_, Error>(ask.client.get(&ask.url).call()?.status()),
    drop_at_once
    look_at_the_head
    into_string
    into_json
    what_is_not_json
    reader_to_the_end
    reader_copied
    reader_dropped
    one_piece
    all_bytes_but_not_the_end
    from_reader
    error_status_that_is_returned
    error_status
    error_status_that_is_read
    into_response_that_is_read
    into_response_that_is_dropped
    into_transport
    or_any_status_read
    or_any_status_dropped
    response_as_an_error
    get
    delete
    send
    send_bytes
    send_string
    send_form
    send_json
    head_by_its_name
    handed_on_by_a_middleware
    response_as_an_error_and_back
    kind_of_an_error
    as_one_of_http
    as_one_of_http_that_is_read
    as_one_of_http_with_a_text
    as_one_of_http_with_bytes
    agent_of_one_get
    agent_of_one_request
    agent_of_one_request_by_its_url
    agent_of_one_patch
    agent_of_one_post
    agent_of_one_put
    agent_of_one_delete
    no_idle_connections
    no_idle_connections_of_a_host
    sent_on
}

impl Ask<ureq_2::Agent> {
    fn request(&self) -> ureq_2::Request {
        self.client.request(self.method, &self.url)
    }
}

blocking! {
    reqwest_blocking,
    |_: &Session| reqwest::blocking::Client::new(),
    |ask: &mut Ask<reqwest::blocking::Client>| Ok::<_, Error>(ask.client.get(&ask.url).send()?.status().as_u16()),
    drop_at_once
    look_at_the_head
    text
    json
    what_is_not_json
    bytes
    copy_to
    copied
    read_to_end
    one_piece
    all_bytes_but_not_the_end
    lines_to_the_end
    from_reader
    error_status
    error_for_status_ref
    error_that_is_read
    execute
    execute_and_read
    built_in_two_parts
    head_by_its_method
    empty_as_it_says
    get
    post
    put
    patch
    delete
    text_with_charset
    cloned_request
    sent_on
    sent_on_with_its_length
    sent_on_in_a_request_of_http
    sent_on_in_a_form
    sent_on_in_a_form_with_its_length
    form_that_is_not_sent
    body_that_is_buffered
    body_that_is_dropped
    sent_on_as_the_reader_of_a_form
    client_of_one_request
    no_idle_connections
}

impl Ask<reqwest::blocking::Client> {
    fn request(&self) -> reqwest::blocking::RequestBuilder {
        self.client.request(method(self.method), &self.url)
    }
}

asynchronous! {
    reqwest,
    async |_: &Session| Ok::<_, Error>(reqwest::Client::new()),
    async |ask: &mut Ask<reqwest::Client>| Ok::<_, Error>(ask.client.get(&ask.url).send().await?.status().as_u16()),
    drop_at_once
    look_at_the_head
    text
    text_of_a_request_that_was_built
    json
    what_is_not_json
    bytes
    read_that_is_not_awaited
    chunks_to_the_end
    one_piece
    stream_to_the_end
    stream_collected
    stream_that_is_dropped
    one_piece_of_a_stream
    error_status
    error_for_status_that_is_none
    error_for_status_ref
    error_that_is_read
    turned_into_one_of_http
    turned_into_one_of_http_and_collected
    turned_back_from_one_of_http
    turned_into_a_body
    turned_into_a_body_and_collected
    execute
    service_call
    service_call_by_reference
    built_in_two_parts
    cloned_request
    head_by_its_method
    empty_as_it_says
    status_without_a_body
    get
    post
    put
    patch
    delete
    text_with_charset
    oneshot
    upgrade_that_is_refused
    sent_on
    sent_on_as_a_stream
    sent_on_in_a_request_of_http
    sent_on_in_a_form
    sent_on_in_a_form_with_its_length
    form_that_is_not_sent
    wrapped_and_dropped
    wrapped_and_collected
    sent_on_as_the_stream_of_a_form
    client_of_one_request
    no_idle_connections
    all_bytes_but_not_the_end
}

impl Ask<reqwest::Client> {
    fn request(&self) -> reqwest::RequestBuilder {
        self.client.request(method(self.method), &self.url)
    }
}

asynchronous! {
    reqwest_middleware,
    async |_: &Session| Ok::<_, Error>(reqwest_middleware::ClientWithMiddleware::from(reqwest::Client::new())),
    async |ask: &mut Ask<reqwest_middleware::ClientWithMiddleware>| {
        Ok::<_, Error>(ask.client.get(&ask.url).send().await?.status().as_u16())
    },
    reqwest_middleware_under_guard: async |session: &Session| {
        let client = session.guard().reqwest(reqwest::Client::builder()).build()?;
        Ok::<_, Error>(reqwest_middleware::ClientBuilder::new(client).with(session.guard().clone()).build())
    },
    drop_at_once
    text
    error_status
    execute
    execute_and_read
    execute_with_extensions
    built_in_two_parts
    head_by_its_method
    get
    post
    handed_on_by_a_middleware
    sent_on
    sent_on_in_a_form
    put
    patch
    delete
    cloned_request
    refused_by_a_middleware
}

impl Ask<reqwest_middleware::ClientWithMiddleware> {
    fn request(&self) -> reqwest_middleware::RequestBuilder {
        self.client.request(method(self.method), &self.url)
    }
}

asynchronous! {
    hyper_util,
    async |_: &Session| Ok::<_, Error>(legacy::Client::builder(TokioExecutor::new()).build_http()),
    async |ask: &mut Ask<legacy::Client<HttpConnector, Empty<Bytes>>>| {
        Ok::<_, Error>(ask.client.get(ask.url.parse()?).await?.status().as_u16())
    },
    drop_at_once
    look_at_the_head
    parts_of_which_the_head_is_kept
    collect
    frames_to_the_end
    one_piece
    stream_of_frames
    limit_that_is_too_small
    service_call
    service_call_by_reference
    future_that_is_kept
    get
    head_by_its_method
    oneshot
    sent_on
    no_idle_connections
    all_bytes_but_not_the_end
}

impl Ask<legacy::Client<HttpConnector, Empty<Bytes>>> {
    fn request(&self) -> Result<Request<Empty<Bytes>>, Error> {
        Ok(Request::builder().method(self.method).uri(&self.url).body(Empty::new())?)
    }
}

asynchronous! {
    hyper,
    async |session: &Session| connect(&session.url()).await,
    async |ask: &mut Ask<http1::SendRequest<Empty<Bytes>>>| {
        // One connection has no pool: whoever has lost it makes another one.
        if ask.client.ready().await.is_err() {
            ask.client = connect(&ask.url).await?;
        }
        ask.method = "GET";
        let request = ask.request()?;
        Ok::<_, Error>(ask.client.send_request(request).await?.status().as_u16())
    },
    drop_at_once
    try_send_request
    try_send_request_and_collect
    collect
    frames_to_the_end
    one_piece
    sent_on
    sent_on_by_try_send_request
    upgrade_that_is_none
    all_bytes_but_not_the_end
}

impl Ask<http1::SendRequest<Empty<Bytes>>> {
    fn request(&self) -> Result<Request<Empty<Bytes>>, Error> {
        Ok(Request::builder().method(self.method).uri("/").body(Empty::new())?)
    }
}

/// A connection of hyper's, without a pool.
pub async fn connect<B>(url: &str) -> Result<http1::SendRequest<B>, Error>
where
    B: Body<Data: Send, Error: Into<Error>> + Send + 'static,
{
    let (sender, connection) = http1::handshake(TokioIo::new(stream(url).await?)).await?;
    tokio::spawn(connection);
    Ok(sender)
}

async fn stream(url: &str) -> Result<TcpStream, Error> {
    Ok(TcpStream::connect(url.trim_start_matches("http://").trim_end_matches('/')).await?)
}

fn method(name: &str) -> Method {
    name.parse().expect("a method")
}
