//! A connection that is being opened: how long it takes, and which bodies are held meanwhile.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::Origin;
use crate::connection::{Connection, HeldThrough};
use crate::ledger::Ledger;

/// From the first to the last moment of opening a connection.
#[derive(Debug)]
pub(crate) struct Attempt {
    ledger: Arc<Ledger>,
    origin: Origin,
    started: Instant,
    /// How much of it was for what lies below TLS, if that is known.
    transport: Option<Duration>,
    /// Bodies to the same origin of which nothing had been read when it began: connection and response.
    held: Vec<(Arc<Connection>, u64)>,
}

impl Attempt {
    pub(crate) fn new(ledger: &Arc<Ledger>, origin: Origin) -> Self {
        let ledger = Arc::clone(ledger);
        let held = ledger.account(&origin).holding();
        Self { ledger, origin, started: Instant::now(), transport: None, held }
    }

    /// What lies below TLS is there.
    #[cfg(feature = "hyper-util")]
    pub(crate) fn transport(&mut self, took: Duration) {
        self.transport = Some(took);
    }

    /// The connection is there.
    pub(crate) fn opened(&self) -> Arc<Connection> {
        let connect = self.started.elapsed();
        let connection = self.ledger.open(Some(self.origin.clone()), connect, self.transport);
        // A body that is only just about to be read is none that is held.
        for (held, nth) in &self.held {
            held.held(*nth, HeldThrough { opened: connection.id(), connect });
        }
        connection
    }
}
