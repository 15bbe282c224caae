//! # held_unread
//!
//! ## What it does
//! Reports a response that is alive and not read to its end while another request is sent through the same client, or
//! across a sleep. Off unless asked for: what it costs depends on what else the client is asked for meanwhile.
//!
//! ## Why is this bad
//! The connection belongs to the response until that was read or dropped.
//! Whoever asks the same server for something meanwhile needs another connection, with a new TCP and TLS handshake.
//! Across a back-off that lasts as long as the server has trouble, which is when connections are dear.
//!
//! ## Example
//! ```rs
//! use std::time::Duration;
//!
//! async fn politely(client: &reqwest::Client, url: &str) -> Result<String, reqwest::Error> {
//!     let response = client.get(url).send().await?;
//!     if response.headers().contains_key("retry-after") {
//!         tokio::time::sleep(Duration::from_secs(1)).await;
//!     }
//!     response.text().await
//! }
//! ```
//!
//! ## Use instead
//! ```rs
//! use std::time::Duration;
//!
//! async fn politely(client: &reqwest::Client, url: &str) -> Result<String, reqwest::Error> {
//!     let response = client.get(url).send().await?;
//!     let is_busy = response.headers().contains_key("retry-after");
//!     let text = response.text().await?;
//!     if is_busy {
//!         tokio::time::sleep(Duration::from_secs(1)).await;
//!     }
//!     Ok(text)
//! }
//! ```
//!
//! ## Known misses
//! What is awaited in `join!` or `select!` or runs in a task: such requests are meant to overlap.
//! A body that a loop reads piece by piece, with a request or a sleep for each: that is how a stream is passed on.
//! A request that a closure sends, or a function that is handed its client as anything but the first argument.
//! A request while a response waits that was handed in: whether it goes through the same client is not known.

use super::{Check, Context, Rule, Verdict, diagnostic_because, words};
use crate::{
    diagnostics::{Diagnostic, Label},
    flow::During,
};

pub(super) const RULE: Rule =
    Rule { name: "held_unread", pedantic: true, text: include_str!("held_unread.rs"), check: Check::Ends(check) };

fn check(cx: &Context, verdict: &Verdict) -> Option<Diagnostic> {
    // A request says more than a sleep.
    let during = verdict.held.iter().map(|hold| hold.during).min()?;
    let holding = Holding::of(words::reuse(cx, verdict));
    let (what, cost, first) = match during {
        During::Request => ("while another request is sent", holding.request, "before the next request is sent"),
        During::Sleep => ("during a sleep", holding.sleep, "before the sleep"),
    };
    let message = format!("response is held unread {what}, which {cost}");
    let why = words::of_client(cx, verdict, holding.because);
    let mut diagnostic = diagnostic_because(RULE.name, verdict, &[], message, why);
    let label = |during| match during {
        During::Request => "held while this sends a request",
        During::Sleep => "held during this sleep",
    };
    let labels = verdict.held.iter().map(|hold| Label { span: hold.span, text: label(hold.during).to_owned() });
    diagnostic.secondary.extend(words::at_most(labels.collect()));
    diagnostic.helps.push(words::drain_help(cx, verdict, first));
    Some(diagnostic)
}

/// What holding a response costs with a family of clients.
struct Holding {
    /// After "while another request is sent, which".
    request: &'static str,
    /// After "during a sleep, which".
    sleep: &'static str,
    /// After the name of the client.
    because: &'static str,
}

impl Holding {
    /// That of a `reuse` family, as stubs name it.
    fn of(reuse: Option<&str>) -> Holding {
        let (request, sleep) = match reuse {
            Some("at_end" | "dirty") => ("needs another connection", "keeps its connection from other requests"),
            _ => ("may need another connection", "may keep its connection from other requests"),
        };
        let because = match reuse {
            Some("at_end") => "gives a connection back only when the end of the body was read",
            Some("with_head") => "gives a connection back when the body was read, or came whole with the head",
            Some("race") => {
                "gives a connection back when it has met the end of the body, which it does not for a large one that \
                 nobody reads"
            }
            Some("dirty") => "gives a connection back only when the body is dropped",
            _ => {
                "gives a connection back when the body was read or dropped, and before that only if the head told its \
                 length and all of it came along"
            }
        };
        Holding { request, sleep, because }
    }
}
