//! hyper 0.14: its client, and its connections by hand.

use std::future::poll_fn;

use undrained_clients::{Session, check};

use crate::{Ask, Async, Error, answered, stream, ways};

asynchronous! {
    hyper_0_14,
    async |_: &Session| Ok::<_, Error>(hyper_0_14::Client::new()),
    async |ask: &mut Ask<ways::hyper_0_14::Client>| {
        Ok::<_, Error>(ask.client.get(ask.url.parse()?).await?.status().as_u16())
    },
    drop_at_once
    look_at_the_head
    parts_of_which_the_head_is_kept
    to_bytes
    aggregate
    collect
    data_to_the_end
    one_piece
    polled_to_the_end
    stream_to_the_end
    one_piece_of_the_stream
    service_call
    service_call_by_reference
    oneshot
    get
    head_by_its_method
    sent_on
    sent_on_as_a_stream
    wrapped_and_dropped
    no_idle_connections
    upgrade_that_is_none
    all_bytes_but_not_the_end
}

impl Ask<ways::hyper_0_14::Client> {
    pub(crate) fn request(&self) -> Result<hyper_0_14::Request<hyper_0_14::Body>, Error> {
        Ok(hyper_0_14::Request::builder().method(self.method).uri(&self.url).body(hyper_0_14::Body::empty())?)
    }
}

asynchronous! {
    hyper_0_14_conn,
    async |session: &Session| connect_0_14(&session.url()).await,
    async |ask: &mut Ask<ways::hyper_0_14_conn::Client>| {
        if poll_fn(|cx| ask.client.poll_ready(cx)).await.is_err() {
            ask.client = connect_0_14(&ask.url).await?;
        }
        ask.method = "GET";
        let request = ask.request()?;
        Ok::<_, Error>(ask.client.send_request(request).await?.status().as_u16())
    },
    drop_at_once
    service_call
    read_to_the_end
    sent_on
}

impl Ask<ways::hyper_0_14_conn::Client> {
    pub(crate) fn request(&self) -> Result<hyper_0_14::Request<hyper_0_14::Body>, Error> {
        Ok(hyper_0_14::Request::builder().method(self.method).body(hyper_0_14::Body::empty())?)
    }
}

/// A connection of hyper 0.14's.
pub async fn connect_0_14(url: &str) -> Result<ways::hyper_0_14_conn::Client, Error> {
    let (sender, connection) = hyper_0_14::client::conn::handshake(stream(url).await?).await?;
    tokio::spawn(connection);
    Ok(sender)
}

asynchronous! {
    hyper_0_14_http1,
    async |session: &Session| connect_0_14_http1(&session.url()).await,
    async |ask: &mut Ask<ways::hyper_0_14_http1::Client>| {
        if ask.client.ready().await.is_err() {
            ask.client = connect_0_14_http1(&ask.url).await?;
        }
        ask.method = "GET";
        let request = ask.request()?;
        Ok::<_, Error>(ask.client.send_request(request).await?.status().as_u16())
    },
    drop_at_once
    read_to_the_end
    sent_on
}

impl Ask<ways::hyper_0_14_http1::Client> {
    pub(crate) fn request(&self) -> Result<hyper_0_14::Request<hyper_0_14::Body>, Error> {
        Ok(hyper_0_14::Request::builder().method(self.method).body(hyper_0_14::Body::empty())?)
    }
}

/// A connection of hyper 0.14's, by the module that hyper 1 has, too.
pub async fn connect_0_14_http1(url: &str) -> Result<ways::hyper_0_14_http1::Client, Error> {
    let (sender, connection) = hyper_0_14::client::conn::http1::handshake(stream(url).await?).await?;
    tokio::spawn(connection);
    Ok(sender)
}
