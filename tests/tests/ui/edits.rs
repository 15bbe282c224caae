//! Changes to the text of a program: of which some must not matter, and some must.
//!
//! They keep each line where it is, except for the order of items, which says where each line went. What stands in
//! a macro is seen only if it reads like arguments.

mod names;
mod reads;

use std::ops::Range;

use syn::spanned::Spanned;

pub use names::variables_renamed;
pub use reads::{Client, read_at_once, without_the_only_read};

/// The items of a file, last first, and for each line of the result the one that it was; lines count from 1. Not of
/// a file with macros of its own, which must come before their use.
pub fn items_in_reverse(code: &str) -> Option<(String, Vec<usize>)> {
    let file = syn::parse_file(code).ok()?;
    if file.items.len() < 2 || code.contains("macro_rules!") {
        return None;
    }
    let starts: Vec<usize> = file.items.iter().map(|item| item.span().start().line - 1).collect();
    let lines: Vec<&str> = code.lines().collect();
    let ends = starts[1..].iter().copied().chain([lines.len()]);
    let blocks: Vec<Range<usize>> = starts.iter().zip(ends).map(|(start, end)| *start..end).collect();
    let order = (0..starts[0]).chain(blocks.into_iter().rev().flatten());
    let (mut text, mut origins) = (String::new(), vec![0]);
    for line in order {
        text = text + lines[line] + "\n";
        origins.push(line + 1);
    }
    Some((text, origins))
}

/// The text with some ranges replaced.
fn edited(code: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut text, mut from) = (String::new(), 0);
    for (range, new) in edits {
        text = text + &code[from..range.start] + &new;
        from = range.end;
    }
    text + &code[from..]
}
