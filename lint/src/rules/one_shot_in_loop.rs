//! # one_shot_in_loop
//!
//! ## What it does
//! Reports a function that makes a client of its own for one request, such as `reqwest::get` and `ureq::get`, where it
//! is called in a loop, for each item of an iterator, or in a function that a loop calls.
//!
//! ## Why is this bad
//! The client is thrown away with its connections, so that each request pays for a new TCP and TLS handshake.
//! For a single request that is fine.
//!
//! ## Example
//! ```rs
//! async fn sizes(urls: &[String]) -> Result<Vec<usize>, reqwest::Error> {
//!     let mut sizes = Vec::new();
//!     for url in urls {
//!         sizes.push(reqwest::get(url).await?.bytes().await?.len());
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
//! Functions that a loop calls through another function, and one that is handed to an adapter by its name
//! (`.map(reqwest::get)`).

use super::{Check, Context, Remarked, Rule, remark};
use crate::{diagnostics::Diagnostic, flow::Remark};

pub(super) const RULE: Rule = Rule {
    name: "one_shot_in_loop",
    pedantic: false,
    text: include_str!("one_shot_in_loop.rs"),
    check: Check::Remark(Remark::OneShot, check),
};

fn check(_: &Context, remarked: &Remarked) -> Option<Diagnostic> {
    let message = "this function makes a client of its own for each request, so that no connection is used again";
    let note = "the client is thrown away with its connections: each request pays for a new one";
    let mut diagnostic = remark(RULE.name, remarked, message, "called again and again", note);
    diagnostic.helps.push("build a client once, before the loop, and send with it".to_owned());
    Some(diagnostic)
}
