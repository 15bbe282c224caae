//! Tells what the guard sees through `tracing`.
//!
//! Lines hold what the events hold and nothing else; see [`ResponseSeen`] and [`BodyEnded`]. Where OpenTelemetry
//! has a name for a field (`http.request.method`, `server.address`, `url.path`), it is used.
//! A line about a drop is written in no span, as its fate shows itself far from where it happened.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

use tracing::Dispatch;
use tracing::level_filters::LevelFilter;

use super::throttle::Throttle;
use crate::event::{BodyEnded, BodyHeld, ConnectionClosed, ConnectionOpened, ResetsSeen, ResponseSeen};
use crate::ledger::lock;
use crate::{Closing, Fate, Policy, Reporter};

/// Writes `tracing` events with the target `undrained`.
///
/// Each response gives a line `conn was reused: true` (or `false`), each early drop one like
/// `body dropped unread, connection lost`. Bodies that were read or owed nothing give none.
/// How loud a line is depends on the policy: lost connections are warnings, what did no harm is `DEBUG`; with
/// [`Observe`](Policy::Observe) all is `DEBUG`, with [`Fail`](Policy::Fail) each early drop is an error.
///
/// Of many drops that say the same (the same place, origin, verdict and fate) one in ten seconds is written, with
/// the number of those that were not.
///
/// ```
/// use std::time::Duration;
/// use undrained::{Guard, TracingReporter};
///
/// let guard = Guard::with_reporter(TracingReporter::new(Duration::from_secs(60)));
/// ```
///
/// Drops are written by a thread of its own: finding the line of code reads debug information, and
/// meanwhile the thread that ended a connection has other connections to serve. A program that ends
/// right after a drop calls [`Guard::flush`](crate::Guard::flush) to see it.
#[derive(Debug)]
pub struct TracingReporter {
    throttle: Mutex<Throttle>,
    writer: OnceLock<Option<Writer>>,
}

impl TracingReporter {
    /// A reporter that writes the same again after `interval` at the earliest.
    pub fn new(interval: Duration) -> Self {
        Self { throttle: Mutex::new(Throttle::new(interval)), writer: OnceLock::new() }
    }

    fn send(&self, ended: &BodyEnded, repeated: u64) {
        let Some(fate) = ended.fate else { return };
        if let Some(writer) = self.writer.get_or_init(Writer::start) {
            let dispatch = tracing::dispatcher::get_default(Clone::clone);
            writer.send(Line { dispatch, level: level(ended.policy, fate), fate, ended: ended.clone(), repeated });
        }
    }
}

impl Default for TracingReporter {
    fn default() -> Self {
        Self::new(Duration::from_secs(10))
    }
}

fn level(policy: Policy, fate: Fate) -> tracing::Level {
    match (policy, fate) {
        (Policy::Fail, _) => tracing::Level::ERROR,
        (Policy::Observe | Policy::Off, _) | (_, Fate::Survived) => tracing::Level::DEBUG,
        (_, Fate::Lost) => tracing::Level::WARN,
        (_, Fate::Reset | Fate::Unknown) => tracing::Level::INFO,
    }
}

impl Reporter for TracingReporter {
    fn opened(&self, opened: &ConnectionOpened) {
        let origin = opened.origin.as_ref();
        tracing::debug!(
            target: "undrained",
            conn = opened.id,
            server.address = origin.map(|origin| origin.host()),
            server.port = origin.and_then(|origin| origin.port()),
            connect = ?opened.connect,
            transport = opened.transport.map(tracing::field::debug),
            "connection opened",
        );
    }

    fn response(&self, seen: &ResponseSeen) {
        let Some(connection) = &seen.connection else {
            return;
        };
        tracing::debug!(
            target: "undrained",
            conn = connection.id,
            nth = connection.nth,
            idle = connection.idle.map(tracing::field::debug),
            http.request.method = %seen.method,
            server.address = seen.origin.host(),
            server.port = seen.origin.port(),
            url.path = %seen.path,
            http.response.status_code = seen.status.as_u16(),
            "conn was reused: {}",
            connection.reused(),
        );
    }

    fn body(&self, ended: &BodyEnded) {
        let Some(fate) = ended.fate else { return };
        if level(ended.policy, fate) > LevelFilter::current() {
            return;
        }
        let admitted = lock(&self.throttle).admit(ended, Instant::now());
        if let Some(repeated) = admitted {
            self.send(ended, repeated);
        }
    }

    fn held(&self, held: &BodyHeld) {
        let response = &held.response;
        tracing::info!(
            target: "undrained",
            conn = response.connection.as_ref().map(|connection| connection.id),
            http.request.method = %response.method,
            server.address = response.origin.host(),
            server.port = response.origin.port(),
            url.path = %response.path,
            http.response.status_code = response.status.as_u16(),
            opened = held.opened,
            connect = ?held.connect,
            // Known already if it is, as only a call that the compiler knows is told here: no stack is resolved.
            requested_at = response.site.as_ref().and_then(|site| site.known()).map(tracing::field::display),
            help = "read the body, or drop the response, before the next request",
            "body held unread while another connection was opened",
        );
    }

    fn resets(&self, resets: &ResetsSeen) {
        let origin = resets.origin.as_ref();
        macro_rules! warn {
            ($message:literal) => {
                tracing::warn!(
                    target: "undrained",
                    conn = resets.connection,
                    server.address = origin.map(|origin| origin.host()),
                    server.port = origin.and_then(|origin| origin.port()),
                    cancelled = resets.cancelled,
                    internal = resets.internal,
                    limit = ResetsSeen::LIMIT,
                    code = resets.going_away.map(|going_away| going_away.code),
                    help = "read bodies to their end; dropped ones keep sending on streams that were reset",
                    $message,
                )
            };
        }
        match resets.going_away {
            None => warn!("HTTP/2 connection has used up half of its resets"),
            Some(going_away) if going_away.ours => warn!("HTTP/2 connection given up with GOAWAY"),
            Some(_) => warn!("HTTP/2 connection given up by the peer with GOAWAY"),
        }
    }

    fn closed(&self, closed: &ConnectionClosed) {
        let origin = closed.origin.as_ref();
        macro_rules! event {
            ($level:ident, $message:literal) => {
                tracing::$level!(
                    target: "undrained",
                    conn = closed.id,
                    server.address = origin.map(|origin| origin.host()),
                    server.port = origin.and_then(|origin| origin.port()),
                    responses = closed.responses,
                    age = ?closed.age,
                    closing = %closed.closing,
                    $message,
                )
            };
        }
        match closed.closing {
            Closing::Client => event!(info, "connection thrown away by the client itself"),
            _ => event!(debug, "connection closed"),
        }
    }

    fn wants_idle_time(&self) -> bool {
        self.wants_responses()
    }

    fn wants_responses(&self) -> bool {
        tracing::enabled!(target: "undrained", tracing::Level::DEBUG)
    }

    fn flush(&self) {
        let (held, beyond) = lock(&self.throttle).take();
        for (ended, repeated) in held {
            self.send(&ended, repeated);
        }
        if beyond > 0 {
            tracing::warn!(target: "undrained", count = beyond, "more drops than can be told apart");
        }
        if let Some(Some(writer)) = self.writer.get() {
            writer.flush();
        }
    }
}

/// The thread that writes about early drops. It ends with its reporter.
#[derive(Debug)]
struct Writer {
    sender: SyncSender<Message>,
    /// How many lines found the queue full since the last one that did not.
    missed: AtomicUsize,
}

enum Message {
    Line(Box<Line>),
    Missed(usize),
    Flush(SyncSender<()>),
}

impl Writer {
    /// `None` if there cannot be another thread; then early drops are not written.
    fn start() -> Option<Self> {
        /// Room for a burst; more than that nobody reads.
        const QUEUE: usize = 1024;
        let (sender, receiver) = mpsc::sync_channel(QUEUE);
        let thread = std::thread::Builder::new().name("undrained".to_owned());
        thread.spawn(move || Self::run(receiver)).ok()?;
        Some(Self { sender, missed: AtomicUsize::new(0) })
    }

    fn run(messages: Receiver<Message>) {
        for message in messages {
            match message {
                Message::Line(line) => line.write(),
                Message::Missed(count) => {
                    tracing::warn!(target: "undrained", count, "drops came too fast to be written");
                }
                Message::Flush(done) => {
                    // Whoever asked may have stopped waiting.
                    let _ = done.send(());
                }
            }
        }
    }

    /// Never blocks: it is called from drops.
    fn send(&self, line: Line) {
        let missed = self.missed.swap(0, Ordering::Relaxed);
        let told = missed == 0 || self.sender.try_send(Message::Missed(missed)).is_ok();
        let sent = self.sender.try_send(Message::Line(Box::new(line))).is_ok();
        let still_missed = if told { 0 } else { missed } + usize::from(!sent);
        self.missed.fetch_add(still_missed, Ordering::Relaxed);
    }

    fn flush(&self) {
        let (done, written) = mpsc::sync_channel(1);
        if self.sender.send(Message::Flush(done)).is_ok() {
            // An error means that the thread has ended, so there is nothing to wait for.
            let _ = written.recv();
        }
    }
}

/// An early drop on its way to the subscriber of the thread that reported it.
struct Line {
    dispatch: Dispatch,
    level: tracing::Level,
    fate: Fate,
    ended: BodyEnded,
    /// How many lines that say the same were not written.
    repeated: u64,
}

impl Line {
    fn write(&self) {
        tracing::dispatcher::with_default(&self.dispatch, || self.event());
    }

    fn event(&self) {
        let Self { fate, ended, .. } = self;
        let response = &ended.response;
        let connection = response.connection.as_ref();
        // A level is part of the static data of an event, so each needs one of its own.
        macro_rules! event {
            ($level:ident) => {
                tracing::$level!(
                    target: "undrained",
                    fate = %fate,
                    http.request.method = %response.method,
                    server.address = response.origin.host(),
                    server.port = response.origin.port(),
                    url.path = %response.path,
                    http.response.status_code = response.status.as_u16(),
                    read = ended.read,
                    left = ended.left,
                    drained = ended.drained.map(|drained| drained.bytes),
                    drain = ended.drained.map(|drained| drained.outcome.as_str()),
                    conn = connection.map(|connection| connection.id),
                    nth = connection.map(|connection| connection.nth),
                    dropped_at = ended.site.as_ref().map(tracing::field::display),
                    requested_at = response.site.as_ref().map(tracing::field::display),
                    closing = ended.closing.map(tracing::field::display),
                    reconnect_cost = connection
                        .filter(|_| *fate == Fate::Lost)
                        .map(|connection| tracing::field::debug(connection.connect)),
                    reconnect_tls = connection
                        .filter(|_| *fate == Fate::Lost)
                        .and_then(|connection| connection.tls())
                        .map(tracing::field::debug),
                    repeated = Some(self.repeated).filter(|repeated| *repeated > 0),
                    help = help(ended, *fate),
                    more = more(ended),
                    "body dropped {}, {}",
                    ended.verdict,
                    consequence(*fate),
                )
            };
        }
        match self.level {
            tracing::Level::ERROR => event!(error),
            tracing::Level::WARN => event!(warn),
            tracing::Level::INFO => event!(info),
            _ => event!(debug),
        }
    }
}

pub(crate) fn consequence(fate: Fate) -> &'static str {
    match fate {
        Fate::Lost => "connection lost",
        Fate::Survived => "connection survived",
        Fate::Reset => "stream reset",
        Fate::Unknown => "fate of the connection unknown",
    }
}

fn help(ended: &BodyEnded, fate: Fate) -> &'static str {
    match fate {
        Fate::Lost if ended.drained.is_some() => "it was more, or came later, than the policy lets the guard read",
        Fate::Lost => "read the body to its end before the response goes out of scope",
        Fate::Survived if ended.drained.is_some() => "nothing was lost, since the guard read the rest",
        Fate::Survived => "nothing was lost; a longer or later body would have cost the connection",
        Fate::Reset => "the connection lives on; many resets at once can make a peer end it",
        Fate::Unknown => "read the body to its end to be sure that the connection can be used again",
    }
}

/// How to learn more than the line tells.
fn more(ended: &BodyEnded) -> Option<&'static str> {
    match (&ended.site, &ended.response.site) {
        (None, _) => Some("UNDRAINED=sites=drops tells where it was dropped"),
        (_, None) => Some("UNDRAINED=sites=full tells where it was requested"),
        _ => None,
    }
}
