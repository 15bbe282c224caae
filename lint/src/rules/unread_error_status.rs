//! # unread_error_status
//!
//! ## What it does
//! Reports a response that the client itself drops unread because of its status, as `error_for_status()?` does, and
//! `ureq` 3 unless `http_status_as_error` is off, when everything else about it is fine. Off unless asked for: it is
//! idiomatic, and common.
//!
//! ## Why is this bad
//! While a server answers with errors, each of them may cost a connection, and the reason that the server gives in
//! the body is thrown away.
//!
//! ## Example
//! ```rs
//! async fn fetch(client: &reqwest::Client, url: &str) -> Result<String, reqwest::Error> {
//!     let response = client.get(url).send().await?.error_for_status()?;
//!     response.text().await
//! }
//! ```
//!
//! ## Use instead
//! ```rs
//! async fn fetch(client: &reqwest::Client, url: &str) -> Result<Result<String, String>, reqwest::Error> {
//!     let response = client.get(url).send().await?;
//!     let success = response.status().is_success();
//!     let text = response.text().await?;
//!     Ok(if success { Ok(text) } else { Err(text) })
//! }
//! ```
//!
//! ## Known misses
//! Clients of which this is not written down.

use super::{Check, Context, Rule, Verdict, diagnostic, words};
use crate::diagnostics::Diagnostic;

pub(super) const RULE: Rule = Rule {
    name: "unread_error_status",
    pedantic: true,
    text: include_str!("unread_error_status.rs"),
    check: Check::Ends(check),
};

fn check(cx: &Context, verdict: &Verdict) -> Option<Diagnostic> {
    if verdict.error_status.is_empty() || !verdict.unread.is_empty() {
        return None;
    }
    let message = format!("response body of an error status is dropped unread, which {}", words::cost(cx, verdict));
    let mut diagnostic = diagnostic(cx, RULE.name, verdict, &verdict.error_status, message);
    diagnostic.secondary.extend(words::exits(&verdict.error_status, "unread"));
    diagnostic.helps.push("look at the status, read the body, and make the error from both".to_owned());
    Some(diagnostic)
}
