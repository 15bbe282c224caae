//! How findings are shown: one file a format.
//!
//! A renderer takes the texts and the findings and writes into what it is given. It opens nothing, and it decides
//! nothing: what is to be told was chosen before.

pub mod human;
pub mod json;

use std::ops::Range;

/// The range grown to whole lines, without what ends the last one. A byte order mark belongs to no line, so that it
/// takes no column.
fn whole_lines(text: &str, range: Range<usize>) -> Range<usize> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let start = text[..range.start].rfind('\n').map_or(mark.min(range.start), |at| at + 1);
    let rest = text[range.end..].split('\n').next().unwrap_or_default();
    start..range.end + rest.trim_end_matches('\r').len()
}

#[cfg(test)]
mod tests;
