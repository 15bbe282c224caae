//! Where the spans of the lexer lie, in bytes.
//!
//! The lexer counts in characters. It can tell bytes, too, but looks for each of them in a tree that grows with every
//! question: a tenth of all that is done to read a file. In a text of ASCII, and nearly all are, a line and a column
//! are as good.

use std::{cell::RefCell, ops::Range};

use proc_macro2::{LineColumn, Span};

thread_local! {
    /// Where the lines of the last text begin; empty if it is not ASCII.
    static LINES: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// Notes the text that the lexer is given. From here on all questions are about this one.
pub(super) fn note(text: &str) {
    LINES.with_borrow_mut(|lines| {
        lines.clear();
        if text.is_ascii() {
            lines.push(0);
            lines.extend(text.bytes().zip(1..).filter(|(byte, _)| *byte == b'\n').map(|(_, next)| next));
        }
    });
}

/// The bytes of a span in the text that this thread has lexed last.
pub fn range(span: Span) -> Range<usize> {
    LINES
        .with_borrow(|lines| {
            let byte = |at: LineColumn| Some(lines.get(at.line.checked_sub(1)?)? + at.column);
            if lines.is_empty() { None } else { Some(byte(span.start())?..byte(span.end())?) }
        })
        .unwrap_or_else(|| span.byte_range())
}
