//! # client_per_request
//!
//! ## What it does
//! Reports a client that is built, sends, and dies in each turn of a loop, or in a function that a loop calls.
//!
//! ## Why is this bad
//! The connections belong to the client and are closed with it, so that each request pays for a new TCP and TLS
//! handshake, however well its response was read.
//! Building a client costs as well: its TLS settings and root certificates are loaded anew.
//!
//! ## Example
//! ```rs
//! async fn sizes(urls: &[String]) -> Result<Vec<usize>, reqwest::Error> {
//!     let mut sizes = Vec::new();
//!     for url in urls {
//!         let client = reqwest::Client::new();
//!         sizes.push(client.get(url).send().await?.bytes().await?.len());
//!     }
//!     Ok(sizes)
//! }
//! ```
//!
//! ## Use instead
//! ```rs
//! async fn sizes(urls: &[String]) -> Result<Vec<usize>, reqwest::Error> {
//!     let client = reqwest::Client::new();
//!     let mut sizes = Vec::new();
//!     for url in urls {
//!         sizes.push(client.get(url).send().await?.bytes().await?.len());
//!     }
//!     Ok(sizes)
//! }
//! ```
//!
//! ## Known misses
//! Handlers, which a server calls for each request, and functions that a loop calls through another function.
//! A client that is lent to code that cannot be seen: it may be kept there.

use super::{Check, Context, Remarked, Rule, remark};
use crate::{diagnostics::Diagnostic, flow::Remark};

pub(super) const RULE: Rule = Rule {
    name: "client_per_request",
    pedantic: false,
    text: include_str!("client_per_request.rs"),
    check: Check::Remark(Remark::ShortLived, check),
};

fn check(_: &Context, remarked: &Remarked) -> Option<Diagnostic> {
    let message = "client is built again and again, so that none of its connections is used again";
    let note = "connections are closed together with the client that made them: each request pays for a new one";
    let mut diagnostic = remark(RULE.name, remarked, message, "client built here", note);
    diagnostic.helps.push("build the client once, before the loop, and hand it in".to_owned());
    Some(diagnostic)
}
