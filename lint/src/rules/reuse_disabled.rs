//! # reuse_disabled
//!
//! ## What it does
//! Reports a setting that keeps connections from being used again: a pool without idle connections, the header
//! `Connection: close`, HTTP/1.0.
//! Off unless asked for: somebody wrote it down, and may have had a reason.
//! Whether it is asked for or not, no other rule speaks of a response that is seen to come this way: it has no connection
//! to lose.
//!
//! ## Why is this bad
//! Each request pays for a new TCP and TLS handshake, however well the response before it was read.
//!
//! ## Example
//! ```rs
//! fn client() -> Result<reqwest::Client, reqwest::Error> {
//!     reqwest::Client::builder().pool_max_idle_per_host(0).build()
//! }
//! ```
//!
//! ## Use instead
//! ```rs
//! fn client() -> Result<reqwest::Client, reqwest::Error> {
//!     reqwest::Client::builder().pool_max_idle_per_host(8).build()
//! }
//! ```
//!
//! ## Known misses
//! Numbers and headers that are not written down as constants, what a function is told by one of its callers, and headers
//! that are set through `headers_mut()`.
//! Headers of `surf` and `octocrab`, and versions that are asked of `awc`.
//! Time limits so short that no connection lives to see the next request.

use super::{Check, Context, Remarked, Rule, remark};
use crate::{diagnostics::Diagnostic, flow::Remark};

pub(super) const RULE: Rule = Rule {
    name: "reuse_disabled",
    pedantic: true,
    text: include_str!("reuse_disabled.rs"),
    check: Check::Remark(Remark::ReuseDisabled, check),
};

fn check(_: &Context, remarked: &Remarked) -> Option<Diagnostic> {
    let message = "connections are not used again, because that is switched off";
    let note = "each request pays for a new connection, whether the response before it was read or not";
    let mut diagnostic = remark(RULE.name, remarked, message, "switched off here", note);
    diagnostic.helps.push("take this setting away, or allow it with the reason why it is needed".to_owned());
    Some(diagnostic)
}
