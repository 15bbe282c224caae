//! # unread_on_exit
//!
//! ## What it does
//! Reports a response whose body is read on some path while another path leaves before the read: an early `return`,
//! a `?` between the response and the read, an arm of a `match` or `if`, a `break` or `continue`, a retry that
//! overwrites it, a macro that returns.
//!
//! ## Why is this bad
//! The path that leaves early may cost the connection, and it is often the one that is taken when a server is in
//! trouble: each error then comes with a new handshake.
//!
//! ## Example
//! ```rs
//! async fn fetch(client: &reqwest::Client, url: &str) -> Result<Option<String>, reqwest::Error> {
//!     let response = client.get(url).send().await?;
//!     if response.status() == reqwest::StatusCode::NOT_FOUND {
//!         return Ok(None);
//!     }
//!     Ok(Some(response.text().await?))
//! }
//! ```
//!
//! ## Use instead
//! ```rs
//! async fn fetch(client: &reqwest::Client, url: &str) -> Result<Option<String>, reqwest::Error> {
//!     let response = client.get(url).send().await?;
//!     let found = response.status() != reqwest::StatusCode::NOT_FOUND;
//!     let text = response.text().await?;
//!     Ok(found.then_some(text))
//! }
//! ```
//!
//! ## Known misses
//! An exit inside a function that cannot be seen, and panics: a thread that panics has other worries. Where a `?` ends a
//! loop over a collection, the responses that still wait in it are not mentioned.

use super::{Check, Context, Rule, Verdict, diagnostic, words};
use crate::diagnostics::Diagnostic;

pub(super) const RULE: Rule = Rule {
    name: "unread_on_exit",
    pedantic: false,
    text: include_str!("unread_on_exit.rs"),
    check: Check::Ends(check),
};

fn check(cx: &Context, verdict: &Verdict) -> Option<Diagnostic> {
    if verdict.unread.is_empty() || !verdict.survives_somewhere() {
        return None;
    }
    let paths = words::paths(verdict.unread.len());
    let message = format!("response body is dropped unread on {paths}, which {}", words::cost(cx, verdict));
    let mut diagnostic = diagnostic(cx, RULE.name, verdict, &verdict.unread, message);
    diagnostic.secondary.extend(words::exits(&verdict.unread, "unread"));
    diagnostic.helps.push(words::drain_help(cx, verdict, "on this path too"));
    cx.fixer.drain_on_exits(verdict, &mut diagnostic);
    Some(diagnostic)
}
