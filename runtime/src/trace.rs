//! Tells what the guard sees through `tracing`.
//!
//! Lines hold what the events hold and nothing else; see [`ResponseSeen`] and [`BodyEnded`].
//! A line about a drop is written in no span, as its fate shows itself far from where it happened.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};

use tracing::Dispatch;
use tracing::level_filters::LevelFilter;

use crate::{BodyEnded, Fate, Reporter, ResponseSeen};

/// How loudly the [`TracingReporter`] speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// Everything at `DEBUG`.
    Observe,
    /// Lost connections at `WARN`, reset streams and unknown fates at `INFO`, the rest at `DEBUG`.
    #[default]
    Warn,
}

/// Writes `tracing` events with the target `undrained`.
///
/// Each response gives a line `conn was reused: true` (or `false`), each early drop one like
/// `body dropped unread, connection lost`. Bodies that were read or owed nothing give none.
///
/// ```
/// use undrained::{Guard, Level, TracingReporter};
///
/// let guard = Guard::with_reporter(TracingReporter::new(Level::Observe));
/// ```
///
/// Drops are written by a thread of its own: finding the line of code reads debug information, and
/// meanwhile the thread that ended a connection has other connections to serve. A program that ends
/// right after a drop calls [`Guard::flush`](crate::Guard::flush) to see it.
#[derive(Debug, Default)]
pub struct TracingReporter {
    level: Level,
    writer: OnceLock<Option<Writer>>,
}

impl TracingReporter {
    /// A reporter that speaks at `level`.
    pub fn new(level: Level) -> Self {
        Self { level, writer: OnceLock::new() }
    }

    fn level(&self, fate: Fate) -> tracing::Level {
        match (self.level, fate) {
            (Level::Warn, Fate::Lost) => tracing::Level::WARN,
            (Level::Warn, Fate::Reset | Fate::Unknown) => tracing::Level::INFO,
            (Level::Warn, Fate::Survived) | (Level::Observe, _) => tracing::Level::DEBUG,
        }
    }
}

impl Reporter for TracingReporter {
    fn response(&self, seen: &ResponseSeen) {
        let Some(connection) = &seen.connection else {
            return;
        };
        tracing::debug!(
            target: "undrained",
            conn = connection.id,
            nth = connection.nth,
            idle = connection.idle.map(tracing::field::debug),
            method = %seen.method,
            origin = %seen.origin,
            path = %seen.path,
            status = seen.status.as_u16(),
            "conn was reused: {}",
            connection.reused(),
        );
    }

    fn body(&self, ended: &BodyEnded) {
        let Some(fate) = ended.fate else { return };
        let level = self.level(fate);
        if level > LevelFilter::current() {
            return;
        }
        if let Some(writer) = self.writer.get_or_init(Writer::start) {
            let dispatch = tracing::dispatcher::get_default(Clone::clone);
            writer.send(Line { dispatch, level, fate, ended: ended.clone() });
        }
    }

    fn flush(&self) {
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
                    method = %response.method,
                    origin = %response.origin,
                    path = %response.path,
                    status = response.status.as_u16(),
                    read = ended.read,
                    left = ended.left,
                    conn = connection.map(|connection| connection.id),
                    nth = connection.map(|connection| connection.nth),
                    dropped_at = ended.site.as_ref().map(tracing::field::display),
                    fate = %fate,
                    reconnect_cost = connection
                        .filter(|_| *fate == Fate::Lost)
                        .map(|connection| tracing::field::debug(connection.connect)),
                    help = help(*fate),
                    "body dropped {}, {}",
                    ended.verdict,
                    consequence(*fate),
                )
            };
        }
        match self.level {
            tracing::Level::WARN => event!(warn),
            tracing::Level::INFO => event!(info),
            _ => event!(debug),
        }
    }
}

fn consequence(fate: Fate) -> &'static str {
    match fate {
        Fate::Lost => "connection lost",
        Fate::Survived => "connection survived",
        Fate::Reset => "stream reset",
        Fate::Unknown => "fate of the connection unknown",
    }
}

fn help(fate: Fate) -> &'static str {
    match fate {
        Fate::Lost => "read the body to its end before the response goes out of scope",
        Fate::Survived => "nothing was lost; a longer or later body would have cost the connection",
        Fate::Reset => "the connection lives on; many resets at once can make a peer end it",
        Fate::Unknown => "read the body to its end to be sure that the connection can be used again",
    }
}
