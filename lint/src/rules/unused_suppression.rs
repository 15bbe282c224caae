//! # unused_suppression
//!
//! ## What it does
//! Reports a comment `// undrained: allow(rule) -- reason` that allows nothing, one that cannot be understood, and one
//! without a reason.
//!
//! ## Why is this bad
//! It tells a reader that something is wrong where nothing is, and it would hide a mistake that is made there later.
//!
//! ## Example
//! ```rs
//! async fn fetch(client: &reqwest::Client, url: &str) -> Result<String, reqwest::Error> {
//!     // undrained: allow(unread_body) -- nobody wants to know what it says
//!     let response = client.get(url).send().await?;
//!     response.text().await
//! }
//! ```
//!
//! ## Use instead
//! ```rs
//! async fn fetch(client: &reqwest::Client, url: &str) -> Result<String, reqwest::Error> {
//!     let response = client.get(url).send().await?;
//!     response.text().await
//! }
//! ```
//!
//! ## Known misses
//! Comments in test code, unless test code is looked at.

use super::{Check, Rule};
use crate::diagnostics::suppress;

/// It is about comments, not about findings: `diagnostics/suppress.rs` does the work.
pub(super) const RULE: Rule = Rule {
    name: suppress::UNUSED,
    pedantic: false,
    text: include_str!("unused_suppression.rs"),
    check: Check::Comments,
};
