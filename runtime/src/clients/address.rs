//! Connections of clients that do not let their IO be wrapped, told apart by their addresses.
//!
//! A layer around the client's connector sees each connection when it is opened, and hands it on untouched. After
//! that it is known by its two addresses, which each response carries. What this cannot see is the end: a connection
//! that serves again has survived; for one that does not, nobody can say whether and why it was closed, so what a drop
//! did to it is unknown. It is told when the next connection to the same origin has been opened.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use http::{Extensions, HeaderMap, StatusCode, Version};
use hyper_util::client::legacy::connect::{Connection as Connects, HttpInfo};
use tower_layer::Layer;
use tower_service::Service;

use crate::Closing;
use crate::connection::{Connection, Tag};
use crate::exchange::{Call, Exchange};
use crate::guard::Guard;
use crate::ledger::{Ledger, lock};

/// Connections beyond this one take the place of the oldest.
const MAX_KNOWN: usize = 4096;

/// This side's and the other side's.
type Addresses = (SocketAddr, SocketAddr);

/// The connections that are known by their addresses.
///
/// It belongs to the guard and its clients and not to the ledger, which the connections themselves keep.
#[derive(Debug, Default)]
pub(crate) struct ByAddress {
    known: Mutex<HashMap<Addresses, Arc<Connection>>>,
}

impl ByAddress {
    fn opened(&self, ledger: &Arc<Ledger>, addresses: Addresses, connect: Duration) {
        let connection = ledger.open(None, connect, None);
        let gone = {
            let mut known = lock(&self.known);
            let mut gone = Vec::new();
            if known.len() >= MAX_KNOWN && !known.contains_key(&addresses) {
                let oldest = known.iter().min_by_key(|(_, connection)| connection.id()).map(|(key, _)| *key);
                gone.extend(oldest.and_then(|oldest| known.remove(&oldest)));
            }
            // A port that is used anew: whatever became of the connection before, it is gone.
            gone.extend(known.insert(addresses, connection));
            gone
        };
        gone.into_iter().for_each(forget);
    }

    /// The response to a call has arrived, on the connection that its extensions tell of. Else as [`Call::answered`].
    pub(crate) fn answered(
        &self,
        call: Call,
        status: StatusCode,
        version: Version,
        headers: &HeaderMap,
        length: Option<u64>,
        extensions: &Extensions,
    ) -> Option<Box<Exchange>> {
        let exchange = call.answered(status, version, headers, length, self.find(extensions))?;
        if let Some(new) = exchange.opened() {
            self.settle_older(new);
        }
        Some(exchange)
    }

    /// The connection that a response came on, if it was seen when it was opened.
    fn find(&self, extensions: &Extensions) -> Tag {
        let Some(info) = extensions.get::<HttpInfo>() else { return Tag::default() };
        lock(&self.known).get(&(info.local_addr(), info.remote_addr())).map(Tag::new).unwrap_or_default()
    }

    /// Tells of drops on connections to the same origin that were not used again before this one was opened.
    fn settle_older(&self, new: &Connection) {
        let Some(account) = new.account() else { return };
        let same_origin = |connection: &&Arc<Connection>| {
            connection.id() < new.id() && connection.account().is_some_and(|other| Arc::ptr_eq(account, other))
        };
        let older: Vec<_> = lock(&self.known).values().filter(same_origin).cloned().collect();
        for connection in older {
            connection.replaced_by(new);
        }
    }
}

impl Drop for ByAddress {
    fn drop(&mut self) {
        let known = self.known.get_mut().unwrap_or_else(PoisonError::into_inner);
        known.drain().map(|(_, connection)| connection).for_each(forget);
    }
}

/// Nothing more will be seen of it.
fn forget(connection: Arc<Connection>) {
    connection.will_end(Closing::Unwatched);
    connection.end();
}

/// A layer around a client's connector that sees which connections are opened.
#[derive(Clone, Debug)]
pub(crate) struct WatchConnects(pub(crate) Guard);

impl<S> Layer<S> for WatchConnects {
    type Service = Watched<S>;

    fn layer(&self, inner: S) -> Watched<S> {
        Watched { guard: self.0.clone(), inner }
    }
}

/// A connector whose connections are seen when they are opened.
#[derive(Clone, Debug)]
pub(crate) struct Watched<S> {
    guard: Guard,
    inner: S,
}

impl<S, R> Service<R> for Watched<S>
where
    S: Service<R>,
    S::Response: Connects,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: R) -> Self::Future {
        let (guard, started) = (self.guard.clone(), Instant::now());
        let connecting = self.inner.call(request);
        Box::pin(async move {
            let io = connecting.await?;
            let mut extensions = Extensions::new();
            io.connected().get_extras(&mut extensions);
            if let Some(info) = extensions.get::<HttpInfo>().filter(|_| !guard.ledger().is_off()) {
                let addresses = (info.local_addr(), info.remote_addr());
                guard.by_address().opened(guard.ledger(), addresses, started.elapsed());
            }
            Ok(io)
        })
    }
}
