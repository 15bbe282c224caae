//! # unread_body
//!
//! ## What it does
//! Reports a response whose body is read on no path: only its status or headers are looked at, or nothing at all.
//!
//! ## Why is this bad
//! An HTTP/1.1 connection can serve the next request only when the response on it was read to its end.
//! A body that is dropped unread may close the connection, and the next request pays for a new TCP and TLS handshake.
//! Over HTTP/2 the stream is reset, which `h2` allows a limited number of times for a connection.
//!
//! ## Example
//! ```rs
//! async fn notify(client: &reqwest::Client, url: &str) -> Result<bool, reqwest::Error> {
//!     let response = client.post(url).send().await?;
//!     Ok(response.status().is_success())
//! }
//! ```
//!
//! ## Use instead
//! ```rs
//! async fn notify(client: &reqwest::Client, url: &str) -> Result<bool, reqwest::Error> {
//!     let response = client.post(url).send().await?;
//!     let success = response.status().is_success();
//!     response.bytes().await?;
//!     Ok(success)
//! }
//! ```
//! Where only the headers are wanted, send `HEAD`: its response has no body.
//!
//! ## Known misses
//! Of a collection one element is followed and stands for all. Responses in maps and channels are not followed.
//! A client that is made in sight and sends no further request has no connection to lose, so nothing is said.

use super::{Check, Context, Rule, Verdict, diagnostic, words};
use crate::diagnostics::Diagnostic;

pub(super) const RULE: Rule =
    Rule { name: "unread_body", pedantic: false, text: include_str!("unread_body.rs"), check: Check::Ends(check) };

fn check(cx: &Context, verdict: &Verdict) -> Option<Diagnostic> {
    if verdict.unread.is_empty() || verdict.survives_somewhere() {
        return None;
    }
    let message = format!("response body is never read, which {}", words::cost(cx, verdict));
    let mut diagnostic = diagnostic(cx, RULE.name, verdict, &verdict.unread, message);
    diagnostic.secondary.extend(words::exits(&verdict.unread, "unread"));
    diagnostic.secondary.extend(words::exits(&verdict.error_status, "unread"));
    diagnostic.helps.push(words::drain_help(cx, verdict, "before it is dropped"));
    cx.fixer.drain(verdict, &mut diagnostic);
    Some(diagnostic)
}
