//! reqwest's blocking client, 0.13.
//!
//! Its responses cannot be taken apart and put together again, so [`Guard::send`](crate::Guard::send) gives a
//! [`Response`] of the guard's, which reads like reqwest's and lends it for everything else; for JSON there is
//! `serde_json::from_slice(&response.bytes()?)`. What can be known of its
//! connections is as for [`reqwest`](crate::reqwest).
//!
//! The policy [`Drain`](crate::Policy::Drain) reads nothing here. A blocking read cannot be given up when its time is
//! over, so a thread that reads in the background could be held for as long as the server likes, and each drop would
//! need one of its own. [`drain`] does it by hand, on the thread that knows whether it can wait.

use std::fmt;
use std::io::{self, Read, Write};
use std::ops::{Deref, DerefMut};
use std::time::Duration;

use ::reqwest::Result;
use ::reqwest::blocking;
use bytes::Bytes;

use crate::body::Watch;
use crate::clients::send;
use crate::exchange::Call;
use crate::guard::Guard;
use crate::heads::RequestHead;
use crate::span;
use crate::{Drained, Site, Verdict};

impl Guard {
    /// Sees the connections that a blocking client of this builder opens.
    pub fn reqwest_blocking(&self, builder: blocking::ClientBuilder) -> blocking::ClientBuilder {
        builder.connector_layer(super::address::WatchConnects(self.clone()))
    }
}

impl send::Sendable for blocking::RequestBuilder {
    type Sent = Result<Response>;

    fn send(self, guard: &Guard, site: Option<Site>) -> Result<Response> {
        let (client, request) = self.build_split();
        let request = request?;
        let uri = |url: &::reqwest::Url| url.as_str().parse().unwrap_or_default();
        let (method, version, headers) = (request.method(), request.version(), request.headers());
        let call = Call::new(guard, RequestHead { method, uri: &uri(request.url()), version, headers }, site);
        let entered = span::enter(&call);
        let response = client.execute(request);
        drop(entered);
        let response = response?;
        let length = response.content_length();
        let exchange = call.and_then(|call| {
            let call = call.went_to(&uri(response.url()));
            let (headers, extensions) = (response.headers(), response.extensions());
            guard.by_address().answered(call, response.status(), response.version(), headers, length, extensions)
        });
        let mut watch = Watch::new(exchange);
        if length == Some(0) {
            watch.end(Verdict::Exempt);
        }
        Ok(Response { watch: Ending(watch), inner: response })
    }
}

/// A response of reqwest's blocking client, under guard.
///
/// ```no_run
/// # fn example() -> reqwest::Result<()> {
/// let guard = undrained::Guard::new();
/// let client = guard.reqwest_blocking(reqwest::blocking::Client::builder()).build()?;
///
/// let response = guard.send(client.get("http://localhost:8080/"))?;
/// println!("{}: {}", response.status(), response.text()?);
/// # Ok(())
/// # }
/// ```
pub struct Response {
    // Dropped before `inner`: the note must be left before the client can act on the drop.
    watch: Ending,
    inner: blocking::Response,
}

impl Response {
    /// As reqwest's `text`.
    pub fn text(self) -> Result<String> {
        self.read_by(blocking::Response::text, |text| text.len())
    }

    /// As reqwest's `bytes`.
    pub fn bytes(self) -> Result<Bytes> {
        self.read_by(blocking::Response::bytes, |bytes| bytes.len())
    }

    /// As reqwest's `copy_to`.
    pub fn copy_to<W: Write + ?Sized>(&mut self, to: &mut W) -> Result<u64> {
        self.watch.0.begin();
        let copied = self.inner.copy_to(to)?;
        self.watch.0.read(copied);
        self.watch.0.end(Verdict::Drained);
        Ok(copied)
    }

    /// As reqwest's `error_for_status`: the error drops the response.
    pub fn error_for_status(self) -> Result<Self> {
        let Self { watch, inner } = self;
        match inner.error_for_status_ref() {
            Ok(_) => Ok(Self { watch, inner }),
            Err(error) => Err(error),
        }
    }

    /// The response inside, from now on unwatched.
    pub fn into_inner(mut self) -> blocking::Response {
        self.watch.0.forget();
        self.inner
    }

    fn read_by<T>(self, read: impl FnOnce(blocking::Response) -> Result<T>, length: impl Fn(&T) -> usize) -> Result<T> {
        let Self { mut watch, inner } = self;
        watch.0.begin();
        let result = read(inner);
        match &result {
            Ok(value) => {
                watch.0.read(length(value) as u64);
                watch.0.end(Verdict::Drained);
            }
            Err(_) => watch.0.end(Verdict::Failed),
        }
        result
    }
}

impl Deref for Response {
    type Target = blocking::Response;

    fn deref(&self) -> &blocking::Response {
        &self.inner
    }
}

impl DerefMut for Response {
    fn deref_mut(&mut self) -> &mut blocking::Response {
        &mut self.inner
    }
}

impl Read for Response {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        self.watch.0.begin();
        let read = self.inner.read(buf);
        match &read {
            Ok(0) if !buf.is_empty() => self.watch.0.end(Verdict::Drained),
            Ok(length) => self.watch.0.read(*length as u64),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => self.watch.0.end(Verdict::Failed),
        }
        read
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

/// Tells that its body is dropped when it is.
struct Ending(Watch);

impl Drop for Ending {
    fn drop(&mut self) {
        self.0.abandon(None);
    }
}

/// Reads a response that nobody wants to its end, so that its connection can be used again: at most `limit` bytes,
/// and no further after `time`, which is looked at between two reads.
// undrained: allow(partly_read) -- that it can stop at its limits is what this is for
pub fn drain(mut response: Response, limit: u64, time: Duration) -> Drained {
    let length = response.content_length();
    crate::drain::read_out(&mut response, length, limit, time)
}
