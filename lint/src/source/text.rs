//! What the lexer should not see: a byte order mark, a `#!` line, cargo-script frontmatter, documentation.
//!
//! It is painted over with spaces, so that all offsets stay what they are on disk.

use std::{borrow::Cow, ops::Range};

/// The text without its head, and with documentation turned into plain comments.
///
/// The lexer makes an attribute of each line of documentation, with all the escapes of a string, and that costs more
/// than the code does. A line of a string that looks like documentation is changed too; nobody reads strings in this.
pub(super) fn without_docs(text: &str) -> String {
    let text = without_head(text);
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let code = line.trim_ascii_start();
        if code.starts_with("///") || code.starts_with("//!") {
            let (indent, rest) = (&line[..line.len() - code.len()], &code[3..]);
            plain.extend([indent, "// ", rest]);
        } else {
            plain.push_str(line);
        }
    }
    plain
}

/// The text with everything blanked that the lexer would stumble over at its head.
pub(super) fn without_head(text: &str) -> Cow<'_, str> {
    let mut end = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    end += shebang(&text[end..]);
    end += frontmatter(&text[end..]);
    if end == 0 { Cow::Borrowed(text) } else { Cow::Owned(blank(text, 0..end)) }
}

/// The length of a `#!` line; `#![..]` is an attribute.
fn shebang(text: &str) -> usize {
    match text.strip_prefix("#!") {
        Some(rest) if !rest.trim_start().starts_with('[') => line(text).len(),
        _ => 0,
    }
}

/// The length of a `---` block with what stands in front of it; 0 if there is none, or no end of it.
fn frontmatter(text: &str) -> usize {
    let start = text.len() - text.trim_start().len();
    let block = &text[start..];
    let fence = &block[..block.len() - block.trim_start_matches('-').len()];
    let at_line_start = start == 0 || text[..start].ends_with('\n');
    if fence.len() < 3 || !at_line_start {
        return 0;
    }
    let mut end = start + line(block).len();
    while end < text.len() {
        let here = line(&text[end..]);
        end += here.len();
        if here.trim_end() == fence {
            return end;
        }
    }
    0
}

/// The first line, with its end.
fn line(text: &str) -> &str {
    &text[..text.find('\n').map_or(text.len(), |at| at + 1)]
}

fn blank(text: &str, range: Range<usize>) -> String {
    let mut blanked = String::with_capacity(text.len());
    blanked.push_str(&text[..range.start]);
    blanked.extend(text[range.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
    blanked.push_str(&text[range.end..]);
    blanked
}

#[cfg(test)]
mod tests {
    use super::{without_docs, without_head};

    /// `head` must become blank, the rest must stay, and no byte may move.
    fn check(head: &str, rest: &str) {
        let text = format!("{head}{rest}");
        let seen = without_head(&text);
        assert_eq!(seen.len(), text.len());
        assert_eq!(seen[..head.len()].trim(), "");
        assert_eq!(&seen[head.len()..], rest);
    }

    #[test]
    fn heads_are_blanked() {
        check("", "fn f() {}");
        check("\u{feff}", "fn f() {}");
        check("#!/usr/bin/env run-cargo-script\n", "fn f() {}");
        check("\u{feff}#!/usr/bin/äöü\r\n", "fn f() {}");
        check("#!/usr/bin/env cargo\n---cargo\n[dependencies]\nä = \"1\"\n---\n", "fn f() {}");
        check("\n\n---\r\n---\r\n", "fn f() {}");
    }

    #[test]
    fn documentation_becomes_comments() {
        let text = "//! é\r\n  /// a\n//// b\nfn f() {} // / c\n\t///";
        assert_eq!(without_docs(text), "//  é\r\n  //  a\n// / b\nfn f() {} // / c\n\t// ");
    }

    #[test]
    fn attributes_and_open_fences_stay() {
        check("", "#![allow(dead_code)]\nfn f() {}");
        check("", "#! [allow(dead_code)]\nfn f() {}");
        check("", "---\nfn f() {}\n----\n");
        check("", "-- 1");
    }
}
