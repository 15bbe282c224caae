//! # partly_read
//!
//! ## What it does
//! Reports a body of which reading is begun and can stop before the end: a `break` or `return` out of a loop over
//! its chunks, one `chunk()` and no more, a `?` on something else between two reads.
//!
//! ## Why is this bad
//! The rest of the body is still on the connection when it is dropped, so that it may have to be closed.
//! Closing can be what is wanted, for example when a download is aborted.
//!
//! ## Example
//! ```rs
//! async fn first(client: &reqwest::Client, url: &str) -> Result<usize, reqwest::Error> {
//!     let mut response = client.get(url).send().await?;
//!     let chunk = response.chunk().await?;
//!     Ok(chunk.map_or(0, |chunk| chunk.len()))
//! }
//! ```
//!
//! ## Use instead
//! ```rs
//! async fn first(client: &reqwest::Client, url: &str) -> Result<usize, reqwest::Error> {
//!     let mut response = client.get(url).send().await?;
//!     let mut first = None;
//!     while let Some(chunk) = response.chunk().await? {
//!         first.get_or_insert(chunk.len());
//!     }
//!     Ok(first.unwrap_or(0))
//! }
//! ```
//!
//! ## Known misses
//! Readers that are built on the body and stop early without being asked, such as line readers.

use super::{Check, Context, Rule, Verdict, diagnostic, words};
use crate::diagnostics::Diagnostic;

pub(super) const RULE: Rule =
    Rule { name: "partly_read", pedantic: false, text: include_str!("partly_read.rs"), check: Check::Ends(check) };

fn check(cx: &Context, verdict: &Verdict) -> Option<Diagnostic> {
    if verdict.partly.is_empty() {
        return None;
    }
    let message = format!("reading the response body may stop before its end, which {}", words::cost(cx, verdict));
    let mut diagnostic = diagnostic(cx, RULE.name, verdict, &verdict.partly, message);
    diagnostic.secondary.extend(words::exits(&verdict.partly, "partly read"));
    diagnostic.helps.push("read on to the end, unless closing the connection is what is meant here".to_owned());
    Some(diagnostic)
}
