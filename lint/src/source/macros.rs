//! The few macros whose input is items.
//!
//! What any other macro makes of its input is its secret.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::{attrs::Attrs, cut::contents};

/// How a macro wraps its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrapping {
    /// They are its input.
    Plain,
    /// `static ref NAME: T = ..;`
    LazyStatic,
    /// `static NAME: T = ..;` makes a `LocalKey<T>`.
    ThreadLocal,
    /// `if #[cfg(..)] { items } else { items }`
    CfgIf,
}

/// Is the input of this macro items?
pub(super) fn has_items(name: &str) -> bool {
    wrapping(name).is_some()
}

pub(super) fn wrapping(name: &str) -> Option<Wrapping> {
    Some(match name {
        "cfg_if" => Wrapping::CfgIf,
        "lazy_static" => Wrapping::LazyStatic,
        "thread_local" => Wrapping::ThreadLocal,
        "pin_project" => Wrapping::Plain,
        // A convention, made popular by tokio: `cfg_rt! { items }`.
        _ if name.starts_with("cfg_") => Wrapping::Plain,
        _ => return None,
    })
}

/// The branches of a `cfg_if!`, each with its condition.
pub(super) fn branches(tokens: TokenStream) -> Vec<(Attrs, TokenStream)> {
    let mut branches = Vec::new();
    let mut attrs = Attrs::default();
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => attrs.add(contents(group), false),
            TokenTree::Group(group) => branches.push((std::mem::take(&mut attrs), contents(group))),
            _ => {}
        }
    }
    branches
}
