//! Text, places in it, and parsing that never fails.
//!
//! A file is lexed once and cut into items; each item is parsed on its own, with function bodies left out, so that
//! one construct that `syn` refuses costs that item and not the file. Bodies are kept as byte ranges and parsed
//! when something wants to look inside. `syn` trees and `proc-macro2` spans never leave the thread that made
//! them: everything that comes out of here is owned and `Send`.

mod attrs;
mod comments;
mod cut;
mod guard;
mod inner;
mod items;
mod macros;
mod parse;
mod places;
mod statements;
#[cfg(test)]
mod tests;
mod text;

use std::{
    ops::Range,
    path::{Path, PathBuf},
    sync::Arc,
};

use serde::{Deserialize, Serialize};

pub use attrs::Attrs;
pub use comments::{Comment, MARK, Word, comments};
pub use items::{ConstItem, File, FnItem, Item, ItemKind, TypeItem, items};
pub use parse::{Refusal, forget_spans, parse_expr, parse_fun, parse_tokens, parse_with};
pub use places::range;
pub use statements::{is_between_tokens, statement};

/// A file of [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FileId(pub u32);

/// A range of bytes in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes as a range to slice a file's text with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The smallest span that covers both; they must be in one file.
    pub fn to(self, other: Span) -> Span {
        debug_assert_eq!(self.file, other.file);
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A text file that was read.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// As it is shown to people: relative to the current folder where possible.
    pub path: PathBuf,
    /// The whole text, as it is on disk.
    pub text: Arc<str>,
}

/// All files of a run; a [`FileId`] indexes it.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file.
    pub fn add(&mut self, path: PathBuf, text: impl Into<Arc<str>>) -> FileId {
        let id = self.next();
        self.files.push(SourceFile { path, text: text.into() });
        id
    }

    /// The file that is added next.
    pub fn next(&self) -> FileId {
        FileId(u32::try_from(self.files.len()).expect("fewer than 2^32 files"))
    }

    /// The text of a file.
    pub fn text(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].text
    }

    /// The text of a file, to keep.
    pub fn shared(&self, file: FileId) -> Arc<str> {
        self.files[file.0 as usize].text.clone()
    }

    /// The path of a file.
    pub fn path(&self, file: FileId) -> &Path {
        &self.files[file.0 as usize].path
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text(span.file)[span.range()]
    }

    /// Line and column, both counted from 1, the column in characters.
    pub fn line_column(&self, span: Span) -> (usize, usize) {
        let before = &self.text(span.file)[..span.start as usize];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}
