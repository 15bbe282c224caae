//! Places as people and programs count them: paths with `/`, lines and columns from 1.

use std::ops::Range;

use crate::{
    diagnostics::Label,
    source::{FileId, Sources, Span},
};

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// What a format counts its columns in. Neither is UTF-16.
#[derive(Clone, Copy, Debug)]
pub enum Columns {
    /// Unicode code points.
    Characters,
    /// Bytes of UTF-8.
    Bytes,
}

/// Where a span begins, and the place right behind it.
pub fn positions(sources: &Sources, span: Span, columns: Columns) -> (Position, Position) {
    let text = sources.text(span.file);
    (position(text, span.start as usize, columns), position(text, span.end as usize, columns))
}

/// The place of a byte.
pub fn position(text: &str, at: usize, columns: Columns) -> Position {
    let before = &text[whole_lines(text, at..at).start..at];
    let width = match columns {
        Columns::Characters => before.chars().count(),
        Columns::Bytes => before.len(),
    };
    Position { line: text[..at].matches('\n').count() + 1, column: width + 1 }
}

/// The path of a file: relative to the current folder where possible, with `/` on every system.
pub fn path(sources: &Sources, file: FileId) -> String {
    sources.path(file).to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

/// `src/lib.rs:2:32`
pub fn shown(sources: &Sources, label: &Label) -> String {
    let (start, _) = positions(sources, label.span, Columns::Characters);
    format!("{}:{}:{}", path(sources, label.span.file), start.line, start.column)
}

/// The range grown to whole lines, without what ends the last one. A byte order mark belongs to no line, so that it
/// takes no column.
pub fn whole_lines(text: &str, range: Range<usize>) -> Range<usize> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let start = text[..range.start].rfind('\n').map_or(mark.min(range.start), |at| at + 1);
    let rest = text[range.end..].split('\n').next().unwrap_or_default();
    start..range.end + rest.trim_end_matches('\r').len()
}
