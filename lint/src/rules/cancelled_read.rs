//! # cancelled_read
//!
//! ## What it does
//! Reports a response that is in a future which can lose a race: reading it in a `timeout`, or in an arm of `select!`.
//! Off unless asked for: giving up is often what is meant.
//!
//! ## Why is this bad
//! The future is dropped where it stands, and with it a body that is read half or not at all.
//! The rest is still on the connection, so that it may have to be closed.
//!
//! ## Example
//! ```rs
//! use std::time::Duration;
//!
//! async fn fetch(client: &reqwest::Client, url: &str, limit: Duration) -> Result<Option<String>, reqwest::Error> {
//!     let response = client.get(url).send().await?;
//!     tokio::time::timeout(limit, response.text()).await.ok().transpose()
//! }
//! ```
//!
//! ## Use instead
//! ```rs
//! use std::time::Duration;
//!
//! async fn fetch(client: &reqwest::Client, url: &str, limit: Duration) -> Result<Option<String>, reqwest::Error> {
//!     match tokio::time::timeout(limit, client.get(url).send()).await {
//!         Ok(response) => Ok(Some(response?.text().await?)),
//!         Err(_) => Ok(None),
//!     }
//! }
//! ```
//!
//! ## Known misses
//! A future that sends the request as well: what it holds when it is dropped is not looked at.
//! Futures that are given up without a race: `abort`, `select_all`, and a future that is polled and dropped by hand.

use super::{Check, Context, Rule, Verdict, diagnostic, words};
use crate::diagnostics::Diagnostic;

pub(super) const RULE: Rule =
    Rule { name: "cancelled_read", pedantic: true, text: include_str!("cancelled_read.rs"), check: Check::Ends(check) };

fn check(cx: &Context, verdict: &Verdict) -> Option<Diagnostic> {
    if verdict.cancelled.is_empty() {
        return None;
    }
    let message = format!("reading the response body may be given up half-way, which {}", words::cost(cx, verdict));
    let mut diagnostic = diagnostic(cx, RULE.name, verdict, &verdict.cancelled, message);
    diagnostic.secondary.extend(words::exits(&verdict.cancelled, "when it loses the race"));
    diagnostic.helps.push("let the race end with the request, and read outside of it".to_owned());
    Some(diagnostic)
}
