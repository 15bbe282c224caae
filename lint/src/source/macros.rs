//! The few macros whose input is items.
//!
//! What any other macro makes of its input is its secret.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

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
    /// `unix => { items } _ => { items }`
    CfgSelect,
}

/// Is the input of this macro items, even among statements?
pub(super) fn has_items_anywhere(name: &str) -> bool {
    matches!(wrapping(name), Some(Wrapping::LazyStatic | Wrapping::ThreadLocal))
}

/// How a macro at the place of an item wraps items, if it does.
pub(super) fn wrapping(name: &str) -> Option<Wrapping> {
    Some(match name {
        "cfg_if" => Wrapping::CfgIf,
        "cfg_select" => Wrapping::CfgSelect,
        "lazy_static" => Wrapping::LazyStatic,
        "thread_local" => Wrapping::ThreadLocal,
        "pin_project" => Wrapping::Plain,
        // A convention, made popular by tokio: `cfg_rt! { items }`.
        _ if name.starts_with("cfg_") => Wrapping::Plain,
        _ => return None,
    })
}

/// The parts of the input that are items, each with its condition.
pub(super) fn parts(wrapping: Wrapping, input: TokenStream) -> Vec<(Attrs, TokenStream)> {
    let mut parts = Vec::new();
    let mut attrs = Attrs::default();
    let mut predicate = Vec::new();
    match wrapping {
        Wrapping::Plain | Wrapping::LazyStatic | Wrapping::ThreadLocal => parts.push((attrs, input)),
        Wrapping::CfgIf => {
            for token in input {
                match token {
                    TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
                        attrs.add(contents(group), false);
                    }
                    TokenTree::Group(group) => parts.push((std::mem::take(&mut attrs), contents(group))),
                    _ => {}
                }
            }
        }
        Wrapping::CfgSelect => {
            for token in input {
                match token {
                    TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                        parts.push((Attrs::under(predicate.drain(..).collect()), contents(group)));
                    }
                    // `=>`, and the `,` behind a branch.
                    TokenTree::Punct(punct) if matches!(punct.as_char(), '>' | ',') => {}
                    TokenTree::Punct(punct) if punct.as_char() == '=' && punct.spacing() == Spacing::Joint => {}
                    token => predicate.push(token),
                }
            }
        }
    }
    parts
}
